/// An object whose keys are somebody else's names, which the encoder must not put into snake_case.
struct JSONObject: Encodable {
    private let members: [String: [String]]

    init(_ members: [String: [String]]) {
        self.members = members
    }

    // A dictionary is the one keyed value whose keys JSONEncoder leaves as they are.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(members)
    }
}
