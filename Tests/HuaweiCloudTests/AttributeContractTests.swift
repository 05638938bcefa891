import HuaweiCloud
import SAML
import Testing

@Suite("Attribute contract")
struct AttributeContractTests {
    private static let partner = "0123456789abcdef0123456789abcdef"

    private static func contract(_ optional: OptionalAttributes = .always, at site: Site = .china) throws
        -> AttributeContract
    {
        try #require(
            AttributeContract(
                HuaweiPreset(
                    site: site,
                    platformID: PlatformID("ZXT"),
                    partnerID: PartnerID(partner),
                    optionalAttributes: optional
                )
            )
        )
    }

    private static func facts(
        name: String? = "zhangwei",
        email: String? = "zhang.wei@example.cn",
        mobile: String? = "13800138000",
        isFirstLogin: Bool = true
    ) -> AttributeContract.Facts {
        AttributeContract.Facts(
            user: "user-1",
            account: "account-1",
            accountName: name,
            email: email,
            mobile: mobile,
            isFirstLogin: isFirstLogin
        )
    }

    @Test("All six attributes, in a fixed order, one value each")
    func all() throws {
        let (attributes, warnings) = try Self.contract().attributes(Self.facts())
        #expect(attributes.map(\.name) == ["xUserId", "xAccountId", "bpId", "name", "email", "mobile"])
        #expect(
            attributes.map(\.values) == [
                ["user-1"], ["account-1"], [Self.partner], ["zhangwei"], ["zhang.wei@example.cn"],
                ["0086-13800138000"],
            ]
        )
        #expect(attributes.allSatisfy { $0.friendlyName == $0.name })
        #expect(attributes.allSatisfy { $0.nameFormat == "urn:oasis:names:tc:SAML:2.0:attrname-format:uri" })
        #expect(warnings.isEmpty)
    }

    @Test(
        "The policy decides about the optional ones",
        arguments: [
            (OptionalAttributes.always, true, 6), (.always, false, 6), (.firstLogin, true, 6), (.firstLogin, false, 3),
            (.never, true, 3), (.never, false, 3),
        ]
    )
    func policy(optional: OptionalAttributes, isFirstLogin: Bool, count: Int) throws {
        let (attributes, warnings) = try Self.contract(optional).attributes(Self.facts(isFirstLogin: isFirstLogin))
        #expect(attributes.count == count)
        #expect(warnings.isEmpty)
    }

    @Test("The policies have their configuration names")
    func policyNames() {
        #expect(OptionalAttributes.allCases.map(\.rawValue) == ["first-login", "always", "never"])
    }

    @Test("What is not sent is not judged")
    func unsent() throws {
        #expect(try Self.contract(.never).attributes(Self.facts(name: "1")).warnings.isEmpty)
    }

    @Test("Absent and empty values are left out without a warning", arguments: [nil, ""])
    func absent(value: String?) throws {
        let (attributes, warnings) = try Self.contract().attributes(
            Self.facts(name: value, email: value, mobile: value)
        )
        #expect(attributes.map(\.name) == ["xUserId", "xAccountId", "bpId"])
        #expect(warnings.isEmpty)
    }

    @Test("Values that break their rule are left out, each with a warning, and stop nothing")
    func warned() throws {
        let (attributes, warnings) = try Self.contract(at: .international).attributes(
            Self.facts(name: "op_admin", email: "a@b@c.cn", mobile: "13800138000")
        )
        #expect(attributes.map(\.name) == ["xUserId", "xAccountId", "bpId"])
        #expect(warnings.map(\.name) == ["name", "email", "mobile"])
        #expect(warnings.map(\.code) == [.attributeAccountName, .attributeEmail, .attributeMobile])
        #expect(warnings.map(\.found) == ["op_admin", "a@b@c.cn", "13800138000"])
        #expect(warnings.allSatisfy { !$0.rule.en.isEmpty && !$0.rule.zh.isEmpty })
    }

    @Test("A warning that is logged does not tell the value")
    func redacted() throws {
        let warnings = try Self.contract().attributes(Self.facts(mobile: "99912345")).warnings
        #expect(warnings.count == 1)
        #expect(warnings.allSatisfy { !"\($0)".contains("99912345") && "\($0)".hasPrefix("attribute.mobile: ") })
    }

    @Test("Without the partner's id there is no contract, for bpId is never empty")
    func partnerless() {
        let preset = HuaweiPreset(site: .china, platformID: PlatformID("ZXT"), partnerID: nil)
        #expect(AttributeContract(preset) == nil)
    }

    @Test(
        "xUserId and xAccountId are never empty, blank, too long or invisible",
        arguments: ["", " ", "\u{200B}", "a\u{0}", "a\nb", "\u{FFFE}", String(repeating: "a", count: 129)]
    )
    func mandatory(value: String) {
        for (user, account, name) in [(value, "a", "xUserId"), ("u", value, "xAccountId")] {
            let refusal = #expect(throws: Refusal.self) { try AttributeContract.judge(user: user, account: account) }
            #expect(refusal?.code == .attributeMandatory)
            #expect(refusal?.xpath == name)
        }
    }

    @Test(
        "Identifiers of any script and with markup are taken; the writer escapes them",
        arguments: ["张伟", "<&>\"'", "😀"]
    )
    func mandatoryTaken(value: String) throws {
        try AttributeContract.judge(user: value, account: String(repeating: "a", count: 128))
    }
}
