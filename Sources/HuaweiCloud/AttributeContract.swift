public import SAML

/// What is said of a customer to HUAWEI CLOUD (huawei-cloud.md 3.5).
public struct AttributeContract: Sendable {
    /// What the portal said, none of it checked besides the two identifiers.
    public struct Facts: Sendable {
        /// The customer's user at the portal, `xUserId`.
        public let user: String
        /// The customer's account at the portal, `xAccountId`.
        public let account: String
        /// The HUAWEI CLOUD account name, `name`.
        public let accountName: String?
        /// The customer's e-mail address.
        public let email: String?
        /// The customer's phone number, in any form that ``PhoneNumber`` reads.
        public let mobile: String?
        /// Whether the customer comes for the first time.
        public let isFirstLogin: Bool

        /// Collects the facts.
        public init(
            user: String,
            account: String,
            accountName: String?,
            email: String?,
            mobile: String?,
            isFirstLogin: Bool
        ) {
            self.user = user
            self.account = account
            self.accountName = accountName
            self.email = email
            self.mobile = mobile
            self.isFirstLogin = isFirstLogin
        }
    }

    private let preset: HuaweiPreset
    private let partnerID: PartnerID

    /// Makes the contract; `nil` while the partner's id is not configured, for `bpId` is never empty.
    public init?(_ preset: HuaweiPreset) {
        guard let partnerID = preset.partnerID else { return nil }
        self.preset = preset
        self.partnerID = partnerID
    }

    /// The attributes in a fixed order, and what was left out.
    public func attributes(_ facts: Facts) -> (attributes: [Attribute], warnings: [AttributeWarning]) {
        var attributes = [
            Self.attribute("xUserId", facts.user), Self.attribute("xAccountId", facts.account),
            Self.attribute("bpId", partnerID.value),
        ]
        guard sendsOptional(facts) else { return (attributes, []) }
        var warnings: [AttributeWarning] = []
        let optional: [(name: String, value: String?, written: (String) -> String?, rule: Bilingual)] = [
            ("name", facts.accountName, { AccountName.holds($0) ? $0 : nil }, AccountName.rule),
            ("email", facts.email, { EmailRule.holds($0) ? $0 : nil }, EmailRule.rule),
            ("mobile", facts.mobile, { PhoneNumber($0, at: preset.site)?.attributeForm }, Self.mobileRule),
        ]
        for (name, value, written, rule) in optional {
            guard let value, !value.isEmpty else { continue }
            if let text = written(value) {
                attributes.append(Self.attribute(name, text))
            } else {
                warnings.append(AttributeWarning(name: name, rule: rule))
            }
        }
        return (attributes, warnings)
    }

    private func sendsOptional(_ facts: Facts) -> Bool {
        switch preset.optionalAttributes {
        case .always: true
        case .never: false
        case .firstLogin: facts.isFirstLogin
        }
    }

    private static let mobileRule = Bilingual(
        "a phone number with its country code, such as 0086-13800138000",
        "带国家码的电话号码，例如 0086-13800138000"
    )

    private static func attribute(_ name: String, _ value: String) -> Attribute {
        Attribute(name: name, nameFormat: Attribute.uriFormat, friendlyName: name, values: [value])
    }
}
