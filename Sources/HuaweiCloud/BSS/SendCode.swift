/// Sends a verification code to a phone in the Chinese mainland (huawei-cloud.md 6.4).
public struct SendCode: BSSCall, Hashable, Codable {
    /// What the code is for.
    public enum Scene: Int, CaseIterable, Hashable, Sendable, Codable {
        /// The bank card of a customer.
        case bankCard = 18
        /// A new account.
        case registration = 29
    }

    /// The message's language.
    public enum Language: String, CaseIterable, Hashable, Sendable, Codable {
        /// Chinese.
        case chinese = "zh-cn"
        /// English.
        case english = "en-us"
    }

    /// Nothing: the status says all.
    public struct Answer: Hashable, Sendable, Codable {
        /// Nothing.
        public init() {}
    }

    /// By message to a phone; nothing else is documented.
    private static let byMessage = 1

    private let receiver: Int
    /// The phone: eleven digits.
    public let mobile: String
    /// How long the code is good, in minutes; `nil` for the default of ten.
    public let minutes: Int?
    /// What it is for; `nil` for a new account.
    public let scene: Scene?
    /// The customer, for a bank card.
    public let customerID: String?
    /// The message's language.
    public let language: Language?

    private enum CodingKeys: String, CodingKey {
        case receiver = "receiver_type"
        case mobile = "mobile_phone"
        case minutes = "timeout"
        case scene
        case customerID = "customer_id"
        case language = "lang"
    }

    /// Judges the fields.
    ///
    /// More than 60 minutes are refused although HUAWEI CLOUD takes them: it would make them five.
    /// - Parameters:
    ///   - mobile: eleven digits.
    ///   - minutes: how long the code is good.
    ///   - scene: what it is for.
    ///   - customerID: the customer, for a bank card.
    ///   - language: the message's language.
    /// - Throws: ``BSSFieldFault``.
    public init(
        to mobile: String,
        minutes: Int? = nil,
        scene: Scene? = nil,
        customerID: String? = nil,
        language: Language? = nil
    ) throws(BSSFieldFault) {
        try BSSField.chinesePhone(mobile, "mobile_phone")
        guard minutes.map({ (1...60).contains($0) }) ?? true else {
            throw BSSFieldFault("timeout", "1 to 60 minutes", "1 到 60 分钟")
        }
        guard scene != .bankCard || customerID != nil else {
            throw BSSFieldFault("customer_id", "given for scene 18 (bank card)", "必填（scene 为 18 银行卡时）")
        }
        try BSSField.optional(customerID, "customer_id", longest: 64)
        receiver = Self.byMessage
        self.mobile = mobile
        self.minutes = minutes
        self.scene = scene
        self.customerID = customerID
        self.language = language
    }

    /// Reads the body.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard try container.decode(Int.self, forKey: .receiver) == Self.byMessage else {
            throw BSSFieldFault("receiver_type", "1 (message to a phone)", "1（短信）")
        }
        try self.init(
            to: container.decode(String.self, forKey: .mobile),
            minutes: container.decodeIfPresent(Int.self, forKey: .minutes),
            scene: container.decodeIfPresent(Scene.self, forKey: .scene),
            customerID: container.decodeIfPresent(String.self, forKey: .customerID),
            language: container.decodeIfPresent(Language.self, forKey: .language)
        )
    }

    /// What is called.
    public var operation: BSSOperation { .sendCode }
}
