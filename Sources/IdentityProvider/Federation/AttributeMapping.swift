import SAML

/// One fact about a customer under the name that an SP wants.
public struct AttributeMapping: Hashable, Sendable {
    /// What is known of a customer.
    public enum Fact: String, CaseIterable, Sendable {
        case userID = "user_id"
        case accountID = "account_id"
        case accountName = "account_name"
        case email
        case mobile

        /// The fact's name in plain attributes.
        var plainName: String {
            switch self {
            case .userID: "userId"
            case .accountID: "accountId"
            case .accountName: "accountName"
            case .email: "email"
            case .mobile: "mobile"
            }
        }

        func value(of customer: Customer) -> String? {
            switch self {
            case .userID: customer.xUserID
            case .accountID: customer.xAccountID
            case .accountName: customer.accountName
            case .email: customer.email
            case .mobile: customer.mobile
            }
        }
    }

    /// The fact.
    public let fact: Fact
    /// The attribute's name.
    public let name: String

    /// Makes a mapping.
    public init(_ fact: Fact, as name: String) {
        self.fact = fact
        self.name = name
    }

    /// Every fact under its plain name.
    static let plain = Fact.allCases.map { AttributeMapping($0, as: $0.plainName) }

    /// How the name is to be read: as a URI, or as a word that the two sides agreed on (saml-core 8.2).
    var nameFormat: String { name.contains(":") ? Attribute.uriFormat : Attribute.basicFormat }
}
