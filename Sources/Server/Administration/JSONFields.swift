/// The members of one JSON object: each known, each of its type.
struct JSONFields: Sendable {
    private let members: [String: JSONValue]

    init(_ value: JSONValue, _ known: Set<String>) throws {
        guard case .object(let members) = value else { throw RequestFault.malformed("object") }
        if let unknown = members.keys.filter({ !known.contains($0) }).min() { throw RequestFault.member(unknown) }
        self.members = members
    }

    func text(_ name: String, longest: Int = 2_048) throws -> String? {
        switch members[name] {
        case nil: return nil
        case .text(let text) where text.unicodeScalars.count <= longest: return text
        default: throw RequestFault.member(name)
        }
    }

    func integer(_ name: String) throws -> Int64? {
        switch members[name] {
        case nil: return nil
        case .integer(let number): return number
        default: throw RequestFault.member(name)
        }
    }

    func boolean(_ name: String) throws -> Bool? {
        switch members[name] {
        case nil: return nil
        case .boolean(let value): return value
        default: throw RequestFault.member(name)
        }
    }

    /// A list with something in it, and not too much.
    func list(_ name: String, most: Int) throws -> [JSONValue]? {
        switch members[name] {
        case nil: return nil
        case .list(let values) where (1...most).contains(values.count): return values
        default: throw RequestFault.member(name)
        }
    }

    func texts(_ name: String, most: Int) throws -> [String]? {
        try list(name, most: most)?.map { value in
            guard case .text(let text) = value, !text.contains(where: \.isWhitespace), !text.isEmpty else {
                throw RequestFault.member(name)
            }
            return text
        }
    }

    /// Why a change is made.
    func reason() throws -> String { try text("reason", longest: 500) ?? "" }
}
