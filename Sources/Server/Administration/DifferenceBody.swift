import Onboarding

/// What a change did to one entry, in JSON.
struct DifferenceBody: Encodable {
    static let schema = "drawbridge.whitelist-diff.v1"

    let before: WhitelistEntryBody?
    let after: WhitelistEntryBody

    init(_ difference: WhitelistDifference) {
        before = difference.before.map(WhitelistEntryBody.init)
        after = WhitelistEntryBody(difference.after)
    }
}

/// What a change did, in JSON.
struct ChangeBody: Encodable {
    let schema = DifferenceBody.schema
    /// The revision that it made, where the request said which one it was based on.
    let revision: Int64?
    let items: [DifferenceBody]

    private enum CodingKeys: String, CodingKey {
        case schema
        case revision
        case items
    }
}
