import HuaweiCloud

/// An `xAccountId`, or the beginning that several share, written with `*` at its end.
public enum AccountPattern: Hashable, Sendable {
    /// One account, octet by octet.
    case exact(String)
    /// All whose ids begin so.
    case prefix(String)

    /// The shortest beginning that `live` takes.
    public static let shortestLive = 4

    /// Takes a pattern.
    /// - Parameter text: the id, or its beginning and `*`.
    /// - Throws: ``WhitelistRefusal`` with the rule that it breaks.
    public init(_ text: String) throws(WhitelistRefusal) {
        guard !SpreadsheetDamage.shows(in: text) else { throw WhitelistRefusal(.damaged, text) }
        let isPrefix = text.last == "*"
        let id = isPrefix ? String(text.dropLast()) : text
        let isWhole = isPrefix && id.isEmpty
        guard isWhole || IdentifierRule.holds(id, longest: IdentifierRule.longestAccount), !id.contains("*") else {
            throw WhitelistRefusal(.account, text)
        }
        self = isPrefix ? .prefix(id) : .exact(id)
    }

    /// The pattern as it is written.
    public var text: String {
        switch self {
        case .exact(let id): id
        case .prefix(let beginning): beginning + "*"
        }
    }

    /// Whether an account is meant.
    public func matches(_ account: String) -> Bool {
        switch self {
        case .exact(let id): account.utf8.elementsEqual(id.utf8)
        case .prefix(let beginning): account.utf8.starts(with: beginning.utf8)
        }
    }
}
