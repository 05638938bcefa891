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
        for optional in optional(facts) {
            guard let value = optional.value, !value.isEmpty else { continue }
            if let text = optional.written(value) {
                attributes.append(Self.attribute(optional.name, text))
            } else {
                warnings.append(
                    AttributeWarning(name: optional.name, code: optional.code, rule: optional.rule, found: value)
                )
            }
        }
        return (attributes, warnings)
    }

    /// Judges what every assertion must carry: neither `xUserId` nor `xAccountId` is ever empty.
    /// - Parameters:
    ///   - user: the customer's user at the portal.
    ///   - account: the customer's account at the portal.
    /// - Throws: ``Refusal`` naming the attribute.
    public static func judge(user: String, account: String) throws(Refusal) {
        for (name, value) in [("xUserId", user), ("xAccountId", account)] {
            guard IdentifierRule.holds(value, longest: IdentifierRule.longestAccount) else {
                throw Refusal(
                    .attributeMandatory,
                    xpath: name,
                    expected: "1 to \(IdentifierRule.longestAccount) visible characters"
                )
            }
        }
    }

    private struct OptionalAttribute {
        let name: String
        let value: String?
        let code: RefusalCode
        let rule: Bilingual
        /// The value as it is sent, `nil` when it breaks the rule.
        let written: (String) -> String?
    }

    private func optional(_ facts: Facts) -> [OptionalAttribute] {
        [
            OptionalAttribute(
                name: "name",
                value: facts.accountName,
                code: .attributeAccountName,
                rule: AccountName.rule
            ) {
                AccountName.holds($0) ? $0 : nil
            },
            OptionalAttribute(name: "email", value: facts.email, code: .attributeEmail, rule: EmailRule.rule) {
                EmailRule.holds($0) ? $0 : nil
            },
            OptionalAttribute(name: "mobile", value: facts.mobile, code: .attributeMobile, rule: PhoneNumber.rule) {
                PhoneNumber($0, at: preset.site)?.attributeForm
            },
        ]
    }

    private func sendsOptional(_ facts: Facts) -> Bool {
        switch preset.optionalAttributes {
        case .always: true
        case .never: false
        case .firstLogin: facts.isFirstLogin
        }
    }

    private static func attribute(_ name: String, _ value: String) -> Attribute {
        Attribute(name: name, nameFormat: Attribute.uriFormat, friendlyName: name, values: [value])
    }
}
