import Foundation
import SAML
import TestSupport
import Testing
import XMLSecurity

/// One response that an SP must refuse, and why.
struct RefusedResponse: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let code: String
    let change: @Sendable (inout ResponseParts) -> Void

    init(_ what: String, _ code: String, _ change: @escaping @Sendable (inout ResponseParts) -> Void) {
        testDescription = what
        self.code = code
        self.change = change
    }

    static let all: [RefusedResponse] = [
        RefusedResponse("another Destination", "destination.mismatch") { $0.destination = ResponseParts.acs + "/" },
        RefusedResponse("another issuer", "issuer.mismatch") { $0.issuer = "https://evil.example" },
        RefusedResponse("an answer to another request", "response-to.mismatch") { $0.inResponseTo = "_other" },
        RefusedResponse("a confirmation for another request", "response-to.mismatch") {
            $0.confirmedRequest = "_other"
        },
        RefusedResponse("another recipient", "recipient.mismatch") { $0.recipient = "https://sp.example/ac" },
        RefusedResponse("another audience", "audience.mismatch") { $0.audience = "https://sp.example" },
        RefusedResponse("a confirmation that is over", "time.expired") { $0.confirmationEnd = -181 },
        RefusedResponse("conditions that are over", "time.expired") {
            $0.conditionsStart = -400
            $0.conditionsEnd = -181
        },
        RefusedResponse("conditions that have not begun", "time.not-yet-valid") { $0.conditionsStart = 182 },
        RefusedResponse("signed in in the future", "time.future") { $0.authnInstant = 182 },
        RefusedResponse("a failure", "status.not-success") { $0.status = Status(.responder, .authnFailed) },
        RefusedResponse("another key", "signature.value-mismatch") { $0.signer = TestPKI.rsa2048Other },
    ]
}

/// The parts of a response that a test changes; times in seconds from now.
struct ResponseParts {
    static let acs = "https://sp.example/acs"
    static let now = Instant(seconds: 1_795_000_000)

    var issuer = "https://idp.example"
    var destination = acs
    var inResponseTo = "_request"
    var confirmedRequest = "_request"
    var recipient = acs
    var audience = "https://sp.example/"
    var confirmationEnd: Int64 = 300
    var conditionsStart: Int64 = -60
    var conditionsEnd: Int64 = 300
    var authnInstant: Int64 = 0
    var status = Status.success
    var signer = TestPKI.rsa2048

    func document(_ signing: Response.Signing = .assertion) throws -> [UInt8] {
        let now = Self.now
        let assertion = Assertion(
            id: "_assertion",
            issueInstant: now,
            issuer: issuer,
            subject: Subject(
                nameID: NameID(value: "_name", format: NameIDFormat.transient),
                confirmations: [
                    SubjectConfirmation(
                        recipient: recipient,
                        notOnOrAfter: now.adding(seconds: confirmationEnd),
                        inResponseTo: confirmedRequest
                    )
                ]
            ),
            conditions: Conditions(
                notBefore: now.adding(seconds: conditionsStart),
                notOnOrAfter: now.adding(seconds: conditionsEnd),
                audience: audience
            ),
            authnStatement: AuthnStatement(
                authnInstant: now.adding(seconds: authnInstant),
                sessionIndex: "_session",
                sessionNotOnOrAfter: nil,
                authnContextClassRef: AuthnContextClass.unspecified
            ),
            attributes: []
        )
        return try Response(
            id: "_response",
            issueInstant: now,
            issuer: issuer,
            destination: destination,
            inResponseTo: inResponseTo,
            status: status,
            assertion: assertion
        ).document(
            signedBy: SigningKey(
                privateKey: signer,
                certificate: TestPKI.certificate(for: signer, commonName: "idp")
            ),
            signing: signing
        )
    }
}

@Suite("An SP judges responses")
struct ResponseValidatorTests {
    private static func validate(_ xml: [UInt8]) throws -> Result<ValidatedResponse, Refusal> {
        ResponseValidator(
            ResponseExpectations(
                identityProvider: "https://idp.example",
                keys: [VerificationKey(TestPKI.rsa2048.publicKey)],
                serviceProvider: "https://sp.example/",
                assertionConsumerService: ResponseParts.acs,
                requestID: "_request"
            )
        ).validate(xml, at: ResponseParts.now)
    }

    @Test("A good response is taken, whichever of its elements is signed", arguments: Response.Signing.allCases)
    func good(signing: Response.Signing) throws {
        let validated = try Self.validate(ResponseParts().document(signing)).get()
        #expect(validated.signed == signing)
        #expect(validated.assertion.id == "_assertion")
    }

    @Test("A response that breaks one rule is refused by that rule", arguments: RefusedResponse.all)
    func refused(response: RefusedResponse) throws {
        var parts = ResponseParts()
        response.change(&parts)
        guard case .failure(let refusal) = try Self.validate(parts.document()) else {
            Issue.record("accepted")
            return
        }
        #expect(refusal.code.id == response.code)
    }

    @Test("The skew is held to the second", arguments: [(-180, false), (-179, true)])
    func skew(end: Int64, isTaken: Bool) throws {
        var parts = ResponseParts()
        parts.confirmationEnd = end
        #expect(((try? Self.validate(parts.document()).get()) != nil) == isTaken)
    }

    @Test("An assertion that wraps, precedes or hides a second one is refused")
    func wrapped() throws {
        let text = String(decoding: try ResponseParts().document(), as: UTF8.self)
        let start = try #require(text.range(of: "<saml:Assertion")).lowerBound
        let end = try #require(text.range(of: "</saml:Assertion>")).upperBound
        let evil = text[start..<end].replacing("_assertion", with: "_evil").replacing("_name", with: "_admin")
        for forged in [
            text.replacing("<saml:Assertion", with: evil + "<saml:Assertion", maxReplacements: 1),
            text.replacing("</saml:Assertion>", with: "</saml:Assertion>" + evil),
            text.replacing(
                "<samlp:Status>",
                with: "<samlp:Extensions>\(evil)</samlp:Extensions><samlp:Status>"
            ),
        ] {
            guard case .failure(let refusal) = try Self.validate(Array(forged.utf8)) else {
                Issue.record("accepted")
                continue
            }
            #expect(refusal.code.id == "structure.assertion-count")
        }
    }

    @Test("Every refusal code is its own, of a class that it names, and bilingual")
    func catalogue() {
        let all = SAMLRefusals.all
        #expect(Set(all.map(\.id)).count == all.count)
        for code in all {
            for text in [code.message, code.hint] {
                #expect(
                    !text.en.isEmpty && text.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) },
                    "\(code.id)"
                )
            }
        }
    }
}
