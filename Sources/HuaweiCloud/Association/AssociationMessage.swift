/// What a notification says, after its signature verified (huawei-cloud.md 5).
public struct AssociationMessage: Hashable, Sendable, Decodable, CustomStringConvertible {
    /// The longest `domainName` and `domainId` taken; IAM's have 64 characters at most.
    public static let longestDomain = 128

    /// Bound, or no longer.
    public enum Action: Int, Hashable, Sendable {
        /// Now bound.
        case bind = 0
        /// No longer bound.
        case unbind = 1
    }

    /// The customer's user at the partner.
    public let xUserID: String
    /// The name of the HUAWEI CLOUD account; `nil` when empty.
    public let domainName: String?
    /// The id of the HUAWEI CLOUD account.
    public let domainID: String
    /// What happened.
    public let action: Action

    private enum CodingKeys: String, CodingKey {
        case xUserID = "xUserId"
        case domainName
        case domainID = "domainId"
        case action = "bindAction"
    }

    /// Makes a message.
    public init(xUserID: String, domainName: String?, domainID: String, action: Action) {
        self.xUserID = xUserID
        self.domainName = domainName
        self.domainID = domainID
        self.action = action
    }

    /// Reads the JSON; unknown fields are ignored.
    ///
    /// `bindAction` is documented as a text and printed as a number, so that both are taken.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func identifier(_ key: CodingKeys, longest: Int) throws -> String {
            let value = try container.decode(String.self, forKey: key)
            guard IdentifierRule.holds(value, longest: longest) else {
                let expected = "1 to \(longest) visible characters"
                throw DecodingError.dataCorruptedError(forKey: key, in: container, debugDescription: expected)
            }
            return value
        }
        xUserID = try identifier(.xUserID, longest: IdentifierRule.longestAccount)
        domainID = try identifier(.domainID, longest: Self.longestDomain)
        let hasName = try container.decodeIfPresent(String.self, forKey: .domainName)?.isEmpty == false
        domainName = hasName ? try identifier(.domainName, longest: Self.longestDomain) : nil
        let number = try? container.decode(Int.self, forKey: .action)
        let text = number == nil ? try container.decode(String.self, forKey: .action) : nil
        guard let action = (number ?? text.flatMap { Int($0) }).flatMap(Action.init) else {
            throw DecodingError.dataCorruptedError(forKey: .action, in: container, debugDescription: "0 or 1")
        }
        self.action = action
    }

    /// A placeholder: it names a customer.
    public var description: String { "<association message>" }
}
