import Foundation
import SAML
import TestSupport
import Testing
import XMLSecurity

@Suite("request validate and response validate", .ownThread)
struct ValidateTests {
    private static let now = Instant(seconds: 1_795_000_000)

    private static func identityProvider(_ certificate: Certificate) throws -> String {
        let role = IDPSSODescriptor(
            role: RoleDescriptor(keyDescriptors: [KeyDescriptor(use: nil, certificate: certificate)]),
            wantAuthnRequestsSigned: true,
            singleSignOnServices: [Endpoint(binding: .httpRedirect, location: "https://idp.example/sso")]
        )
        let entity = EntityDescriptor(entityID: ResponseText.idp, idpSSODescriptor: role)
        return String(decoding: try entity.document(), as: UTF8.self)
    }

    private static func validate(
        _ response: [UInt8],
        _ more: [String] = ["--in-response-to", "_request"]
    ) throws -> (status: Int32, answer: [String: Any]) {
        let command = try DrawbridgeCommand()
        _ = try command.file("idp.xml", identityProvider(SigningPair.rsa.certificate))
        _ = try command.file("response", String(decoding: response, as: UTF8.self))
        let arguments = [
            "response", "validate", "response", "--idp-metadata", "idp.xml", "--sp-entity-id", ResponseText.sp,
            "--acs-url", ResponseText.acs, "--at", now.xsDateTime, "--format", "json",
        ]
        let outcome = try command.run(arguments + more)
        let answer = try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any]
        return (outcome.status, try #require(answer, "\(outcome.errors)"))
    }

    private static let responseKeys: Set = [
        "verdict", "refusals", "warnings", "subject", "session_index", "attributes", "issuer", "assertion_id",
        "signed", "algorithms",
    ]
    private static let refusalKeys: Set = [
        "code", "class", "spec", "xpath", "line", "expected", "found", "message", "hint", "message_zh", "hint_zh",
    ]

    @Test("An accepted response is told with every key of the contract, as XML, Base64 and form body")
    func accepted() throws {
        let document = try ResponseText(at: Self.now).document()
        let base64 = Base64.encode(document)
        for input in [
            document, Array((base64 + "\n").utf8), Array("SAMLResponse=\(PercentEncoding.encode(base64))".utf8),
        ] {
            let (status, answer) = try Self.validate(input)
            #expect(status == 0)
            #expect(Set(answer.keys) == Self.responseKeys)
            #expect(answer["verdict"] as? String == "accepted")
            #expect((answer["refusals"] as? [Any])?.isEmpty == true)
            #expect((answer["warnings"] as? [Any])?.isEmpty == true)
            #expect(
                answer["subject"] as? [String: String] == [
                    "name_id": "_name", "format": "urn:oasis:names:tc:SAML:2.0:nameid-format:transient",
                ]
            )
            #expect(answer["session_index"] as? String == "_session")
            #expect(answer["attributes"] as? [String: [String]] == ["xUserId": ["user-1"]])
            #expect(answer["issuer"] as? String == ResponseText.idp)
            #expect(answer["assertion_id"] as? String == "_assertion")
            #expect(answer["signed"] as? [String] == ["assertion"])
            #expect(
                answer["algorithms"] as? [String: String] == [
                    "signature": "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
                    "digest": "http://www.w3.org/2001/04/xmlenc#sha256",
                ]
            )
        }
    }

    @Test("A refused response has the same keys, and nothing unverified in them")
    func refused() throws {
        var text = ResponseText(at: Self.now)
        text.after = { $0.replacing("user-1", with: "user-2").replacing("_name", with: "_admin") }
        let (status, answer) = try Self.validate(text.document())
        #expect(status == 1)
        #expect(Set(answer.keys) == Self.responseKeys)
        #expect(answer["verdict"] as? String == "refused")
        for key in ["subject", "session_index", "attributes", "issuer", "assertion_id", "algorithms"] {
            #expect(answer[key] is NSNull, "\(key)")
        }
        #expect((answer["signed"] as? [Any])?.isEmpty == true)
        let refusals = try #require(answer["refusals"] as? [[String: Any]])
        #expect(Set(refusals[0].keys) == Self.refusalKeys)
        #expect(refusals[0]["code"] as? String == "signature.reference-mismatch")
        #expect(refusals[0]["class"] as? String == "reference")
        #expect(refusals[0]["line"] is Int)
        #expect((refusals[0]["xpath"] as? String)?.hasSuffix("/saml:Assertion") == true)
    }

    @Test("A pretty-printed response is told to be one, in both languages")
    func prettyPrinted() throws {
        var text = ResponseText(at: Self.now)
        text.after = { $0.replacing("<saml:Conditions", with: "\n  <saml:Conditions") }
        let refusals = try #require(Self.validate(text.document()).answer["refusals"] as? [[String: Any]])
        #expect((refusals[0]["hint"] as? String)?.contains("pretty-printed after signing") == true)
        #expect((refusals[0]["hint_zh"] as? String)?.contains("签名后被排版缩进") == true)
    }

    @Test("Without the request's id it is judged all the same, and a warning says what was not checked")
    func unchecked() throws {
        let (status, answer) = try Self.validate(ResponseText(at: Self.now).document(), [])
        #expect(status == 0)
        let warnings = try #require(answer["warnings"] as? [[String: Any]])
        #expect(warnings.map { $0["code"] as? String } == ["response-to.unchecked"])
        #expect(Set(warnings[0].keys) == Self.refusalKeys)
        #expect(try Self.validate(ResponseText(at: Self.now).document(), ["--unsolicited"]).status == 1)
    }

    private static func request(_ message: InboundMessage, _ more: [String] = []) throws -> (
        status: Int32, answer: [String: Any]
    ) {
        let command = try DrawbridgeCommand()
        _ = try command.file("sp.xml", String(decoding: FakeServiceProvider().metadata.document(), as: UTF8.self))
        let input: [String]
        switch message {
        case .redirect(let query):
            let text = String(decoding: query, as: UTF8.self)
            input = ["--url", "https://idp.example/sso?" + text]
        case .post(let body):
            _ = try command.file("body", String(decoding: body, as: UTF8.self) + "\n")
            input = ["--post-file", "body"]
        }
        let arguments = [
            "request", "validate", "--sp-metadata", "sp.xml", "--destination", "https://idp.example/sso", "--at",
            now.xsDateTime, "--format", "json",
        ]
        let outcome = try command.run(arguments + input + more)
        let answer = try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any]
        return (outcome.status, try #require(answer, "\(outcome.errors)"))
    }

    private static let requestKeys: Set = [
        "verdict", "refusals", "warnings", "issuer", "request_id", "binding", "acs_url", "name_id_policy",
        "force_authn", "is_passive", "requested_authn_context", "relay_state", "signed", "algorithms",
    ]

    @Test("A request is told with every key of the contract, by both bindings")
    func requests() throws {
        let provider = try FakeServiceProvider()
        let request = provider.request(to: "https://idp.example/sso", at: Self.now)
        for (message, signed) in [(try provider.redirect(request), "query"), (try provider.post(request), "request")] {
            let (status, answer) = try Self.request(message)
            #expect(status == 0)
            #expect(Set(answer.keys) == Self.requestKeys)
            #expect(answer["verdict"] as? String == "accepted")
            #expect(answer["request_id"] as? String == request.id)
            #expect(answer["binding"] as? String == message.binding.rawValue)
            #expect(answer["acs_url"] as? String == provider.assertionConsumerService)
            #expect(answer["relay_state"] as? String == "relay")
            #expect(answer["requested_authn_context"] is NSNull)
            #expect(answer["signed"] as? [String] == [signed])
            let policy = try #require(answer["name_id_policy"] as? [String: Any])
            #expect(policy["format"] as? String == NameIDFormat.transient)
        }
    }

    @Test("A refused request has the same keys, and nothing of the message in them")
    func refusedRequest() throws {
        let provider = try FakeServiceProvider()
        let request = provider.request(to: "https://idp.example/other", at: Self.now)
        let (status, answer) = try Self.request(provider.redirect(request))
        #expect(status == 1)
        #expect(Set(answer.keys) == Self.requestKeys)
        let refusals = try #require(answer["refusals"] as? [[String: Any]])
        #expect(refusals[0]["class"] as? String == "destination")
        for key in Self.requestKeys.subtracting(["verdict", "refusals", "warnings", "signed"]) {
            #expect(answer[key] is NSNull, "\(key)")
        }
    }
}
