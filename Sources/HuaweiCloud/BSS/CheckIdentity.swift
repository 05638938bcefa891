/// Asks whether a name, phone or e-mail is free (huawei-cloud.md 6.4).
public struct CheckIdentity: BSSCall, Hashable, Codable {
    /// What is asked after.
    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        /// An e-mail address.
        case email
        /// A phone number with its country code.
        case mobile
        /// The name of an account.
        case name
    }

    /// What comes back.
    public struct Answer: Hashable, Sendable, Codable {
        /// The result for something that is free.
        public static let available = "available"
        /// The result for something that an account has.
        public static let used = "used_by_user"

        /// `available`, `used_by_user`, or what the documentation did not know of.
        public let result: String
        /// How many accounts may still be made with the phone.
        public let mobileRemaining: Int?

        private enum CodingKeys: String, CodingKey {
            case result = "check_result"
            case mobileRemaining = "mobile_remain_available_num"
        }

        /// Makes an answer.
        public init(result: String, mobileRemaining: Int? = nil) {
            self.result = result
            self.mobileRemaining = mobileRemaining
        }

        /// Whether it may be used for an account.
        public var isAvailable: Bool { result == Self.available }
    }

    private static let longest = 64

    /// What is asked after.
    public let kind: Kind
    /// Its value.
    public let value: String

    private enum CodingKeys: String, CodingKey {
        case kind = "search_type"
        case value = "search_value"
    }

    /// Judges the fields.
    /// - Parameters:
    ///   - kind: what is asked after.
    ///   - value: its value; a phone as `0086-13800138000`.
    /// - Throws: ``BSSFieldFault``.
    public init(_ kind: Kind, _ value: String) throws(BSSFieldFault) {
        try BSSField.identifier(value, "search_value", longest: Self.longest)
        switch kind {
        case .email:
            guard EmailRule.holds(value) else { throw BSSFieldFault("search_value", EmailRule.rule) }
        case .mobile:
            guard value.wholeMatch(of: /00[0-9]{2}-[0-9]+/) != nil else {
                throw BSSFieldFault("search_value", PhoneNumber.rule)
            }
        case .name:
            // An underscore may begin the name of create-customer and not the one that is asked after.
            guard AccountName.holds(value), value.first != "_" else {
                throw BSSFieldFault("search_value", AccountName.rule)
            }
        }
        self.kind = kind
        self.value = value
    }

    /// Reads the body.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            container.decode(Kind.self, forKey: .kind),
            container.decode(String.self, forKey: .value)
        )
    }

    /// What is called.
    public var operation: BSSOperation { .checkIdentity }
}
