import HuaweiCloud
import SAML
import TestSupport
import Testing
import XMLSecurity

/// What is wrong with a response, and the rules that must say so; each change comes before signing or behind it.
struct FlawedResponse: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let rules: Set<String>
    let change: @Sendable (inout ResponseText) -> Void

    init(_ what: String, _ rules: String..., change: @escaping @Sendable (inout ResponseText) -> Void) {
        testDescription = what
        self.rules = Set(rules.map { "huawei.message." + $0 })
        self.change = change
    }

    static func attributes(_ changed: [String: String]) -> String {
        let values = [
            "xUserId": "user-1", "xAccountId": "account-1", "bpId": "0123456789abcdef0123456789abcdef",
            "name": "zhangwei", "email": "a@b.cn", "mobile": "0086-13800138000",
        ].merging(changed) { $1 }.filter { $0.value != "-" }
        let elements = values.sorted { $0.key < $1.key }.map { name, value in
            "<saml:Attribute Name=\"\(name)\"><saml:AttributeValue>\(value)</saml:AttributeValue></saml:Attribute>"
        }
        return "<saml:AttributeStatement>\(elements.joined())</saml:AttributeStatement>"
    }

    static let all: [FlawedResponse] = [
        FlawedResponse("Version 1.1", "root") { $0.responseAttributes["Version"] = "1.1" },
        FlawedResponse("a time without zone", "issue-instant") {
            $0.responseAttributes["IssueInstant"] = "2026-11-23T00:00:00"
        },
        FlawedResponse("a clock five minutes late", "clock") { $0.responseAttributes["IssueInstant"] = $0.time(-300) },
        FlawedResponse("another Destination", "destination") { $0.responseAttributes["Destination"] = "https://other" },
        FlawedResponse("another InResponseTo", "in-response-to") { $0.responseAttributes["InResponseTo"] = "_other" },
        FlawedResponse("another Issuer", "issuer") { $0.responseIssuer = "<saml:Issuer>https://other</saml:Issuer>" },
        FlawedResponse("no Issuer", "issuer") { $0.responseIssuer = "" },
        FlawedResponse("a failure", "status") { $0.status = $0.status.replacing("Success", with: "Responder") },
        FlawedResponse("no signature of the assertion", "signature") { $0.signed = .response },
        FlawedResponse("SHA-512", "algorithms") {
            $0.method = SignatureAlgorithm.rsaSHA512.rawValue
            $0.digest = DigestAlgorithm.sha512.rawValue
        },
        FlawedResponse("a changed text", "certificate") { $0.after = { $0.replacing("zhangwei", with: "zhangwee") } },
        FlawedResponse("another key", "certificate") { $0.pair = .rsaOther },
        FlawedResponse("one ID twice", "ids", "certificate") {
            $0.after = { $0.replacing("ID=\"_response\"", with: "ID=\"_assertion\"") }
        },
        FlawedResponse("a persistent name", "name-id") {
            $0.nameID = $0.nameID.replacing("transient", with: "persistent")
        },
        FlawedResponse("a name of nobody's", "name-id") {
            $0.nameID = ResponseText.cut($0.nameID, from: " SPNameQualifier", through: "/\"")
        },
        FlawedResponse("no Recipient", "confirmation") { $0.confirmation["Recipient"] = nil },
        FlawedResponse("a confirmation that is over", "confirmation") { $0.confirmation["NotOnOrAfter"] = $0.time(-1) },
        FlawedResponse("a confirmation with NotBefore", "confirmation") { $0.confirmation["NotBefore"] = $0.time(-1) },
        FlawedResponse("an hour of validity", "conditions") { $0.conditions["NotOnOrAfter"] = $0.time(3600) },
        FlawedResponse("a window that begins now", "conditions") { $0.conditions["NotBefore"] = $0.time(0) },
        FlawedResponse("another audience", "audience") {
            $0.audiences = $0.audiences.replacing("example/<", with: "example<")
        },
        FlawedResponse("no session index", "authn-statement") {
            $0.authnStatement = $0.authnStatement.replacing(" SessionIndex=\"_session\"", with: "")
        },
        FlawedResponse("a name in other letters", "attribute-names") {
            $0.attributes = attributes(["xUserId": "-", "xuserid": "user-1"])
        },
        FlawedResponse("no account", "attribute-names") { $0.attributes = attributes(["xAccountId": "-"]) },
        FlawedResponse("an empty account", "x-account-id") { $0.attributes = attributes(["xAccountId": ""]) },
        FlawedResponse("a long user", "x-user-id") {
            $0.attributes = attributes(["xUserId": String(repeating: "u", count: 129)])
        },
        FlawedResponse("a short partner", "bp-id") { $0.attributes = attributes(["bpId": "0123"]) },
        FlawedResponse("an account name that begins with op_", "name") {
            $0.attributes = attributes(["name": "op_abc"])
        },
        FlawedResponse("a bare phone number", "mobile") { $0.attributes = attributes(["mobile": "13800138000"]) },
        FlawedResponse("an address with two @", "email") { $0.attributes = attributes(["email": "a@b@c"]) },
        FlawedResponse("an attribute of the format basic", "attribute-form") {
            $0.attributes = $0.attributes.replacing(
                "Name=\"bpId\"",
                with: "Name=\"bpId\" NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:basic\""
            )
        },
    ]
}

@Suite("message lint judges a response by rules 33 to 54")
struct MessageLintTests {
    private static let now = Instant(seconds: 1_795_000_000)

    private static func document(_ change: (inout ResponseText) -> Void = { _ in }) throws -> [UInt8] {
        var text = ResponseText(at: now)
        text.nameID = text.nameID.replacing(
            "<saml:NameID ",
            with: "<saml:NameID SPNameQualifier=\"\(ResponseText.sp)\" "
        )
        text.attributes = FlawedResponse.attributes([:])
        change(&text)
        return try text.document()
    }

    private static func findings(_ xml: [UInt8], form: [UInt8]? = nil) throws -> [LintFinding] {
        let role = IDPSSODescriptor(
            role: RoleDescriptor(keyDescriptors: [KeyDescriptor(use: nil, certificate: try SigningPair.rsa.certificate)]
            ),
            wantAuthnRequestsSigned: true,
            singleSignOnServices: [Endpoint(binding: .httpRedirect, location: "https://idp.example/sso")]
        )
        let context = MessageLintContext(
            at: now,
            serviceProvider: ResponseText.sp,
            assertionConsumerService: ResponseText.acs,
            identityProvider: EntityDescriptor(entityID: ResponseText.idp, idpSSODescriptor: role),
            requestID: "_request",
            relayState: "state"
        )
        return HuaweiMessageLinter(context).findings(in: xml, form: form)
    }

    private static func form(_ xml: [UInt8], _ more: String = "&RelayState=state") -> [UInt8] {
        Array("SAMLResponse=\(PercentEncoding.encode(Base64.encode(xml)))\(more)".utf8)
    }

    @Test("A response as HUAWEI CLOUD documents it has no finding")
    func good() throws {
        let document = try Self.document()
        #expect(try Self.findings(document, form: Self.form(document)).isEmpty)
    }

    @Test("Each flaw is found by its rule, and by no other", arguments: FlawedResponse.all)
    func flaw(response: FlawedResponse) throws {
        let document = try Self.document(response.change)
        let findings = try Self.findings(document, form: Self.form(document))
        #expect(Set(findings.map(\.rule.id)) == response.rules, "\(findings)")
        for finding in findings { #expect(finding.line != nil && finding.xpath != nil) }
    }

    @Test("Several flaws are told at once")
    func several() throws {
        let document = try Self.document {
            $0.responseAttributes["Destination"] = "https://other"
            $0.audiences = ""
            $0.authnStatement = ""
        }
        let rules = try Self.findings(document, form: Self.form(document)).map(\.rule.id)
        #expect(
            Set(rules) == ["huawei.message.destination", "huawei.message.audience", "huawei.message.authn-statement"]
        )
    }

    @Test("The form is judged, too: its fields, its coding, its RelayState")
    func forms() throws {
        let document = try Self.document()
        let deflated =
            "SAMLResponse=\(PercentEncoding.encode(Base64.encode(Deflate.deflate(document))))&RelayState=state"
        for (form, rule) in [
            (Self.form(document, "&RelayState=other"), "relay-state"), (Self.form(document, ""), "form"),
            (Self.form(document, "&RelayState=state&x=1"), "form"), (Array(deflated.utf8), "form"),
        ] {
            let rules = try Self.findings(document, form: form).map(\.rule.id)
            #expect(rules.contains("huawei.message." + rule), "\(rules)")
        }
    }

    @Test("What was not given is said to be unchecked, never passed over")
    func unchecked() throws {
        let findings = HuaweiMessageLinter(MessageLintContext(at: Self.now)).findings(in: try Self.document())
        let missing = findings.filter { $0.rule.id == "huawei.message.unchecked" }.compactMap(\.expected)
        #expect(missing == ["the form body as the input", "--idp-metadata", "--in-response-to"])
    }

    @Test("Two assertions, an encrypted one, no XML and another message are told as such")
    func structure() throws {
        let text = String(decoding: try Self.document(), as: UTF8.self)
        for (xml, rule) in [
            (text.replacing("</saml:Assertion>", with: "</saml:Assertion><saml:Assertion/>"), "assertion"),
            (text.replacing("saml:Assertion", with: "saml:EncryptedAssertion"), "assertion"), ("<a", "root"),
            ("<samlp:AuthnRequest xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\"/>", "root"),
        ] {
            let rules = try Self.findings(Array(xml.utf8)).map(\.rule.id)
            #expect(rules.contains("huawei.message." + rule), "\(rules)")
        }
    }

    @Test("Every rule says what it means in both languages and where it comes from")
    func rules() {
        for rule in HuaweiMessageLinter.rules {
            for text in [rule.title, rule.hint] {
                #expect(text.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
                #expect(!text.en.isEmpty)
            }
            #expect(rule.spec.hasPrefix("huawei-cloud.md 10 #"))
        }
        let numbers = Set(
            HuaweiMessageLinter.rules.compactMap { $0.spec.firstMatch(of: /#(\d+)/).flatMap { Int($0.1) } }
        )
        #expect(numbers == Set(33...54))
    }
}
