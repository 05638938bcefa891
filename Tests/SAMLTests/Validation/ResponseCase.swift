import SAML
import TestSupport
import Testing
import XMLSecurity

/// One response of another program, and what must come of it.
struct ResponseCase: CustomTestStringConvertible, Sendable {
    static let now = Instant(seconds: 1_795_000_000)

    let testDescription: String
    let codes: Set<String>
    let change: @Sendable (inout ResponseText) -> Void

    /// - Parameter codes: the refusals, any of which is right; none when it is to be accepted.
    init(_ what: String, _ codes: String..., change: @escaping @Sendable (inout ResponseText) -> Void) {
        testDescription = what
        self.codes = Set(codes)
        self.change = change
    }

    func document() throws -> [UInt8] {
        var text = ResponseText(at: Self.now)
        change(&text)
        return try text.document()
    }

    static func validate(
        _ xml: [UInt8],
        keys: [VerificationKey] = [
            SigningPair.rsa1024.verification, SigningPair.rsa.verification, SigningPair.p256.verification,
            SigningPair.p384.verification,
        ],
        decryptionKeys: [PrivateKey] = [TestPKI.rsa3072],
        policy: ValidationPolicy = .strict
    ) -> Result<ValidatedResponse, Refusal> {
        ResponseValidator(
            ResponseExpectations(
                identityProvider: ResponseText.idp,
                keys: keys,
                serviceProvider: ResponseText.sp,
                assertionConsumerService: ResponseText.acs,
                request: .id("_request"),
                decryptionKeys: decryptionKeys,
                policy: policy
            )
        ).validate(xml, at: now)
    }

    static func attribute(_ name: String, _ values: String, format: String = "") -> String {
        "<saml:Attribute Name=\"\(name)\"\(format)>\(values)</saml:Attribute>"
    }

    static func value(_ text: String, _ attributes: String = "") -> String {
        "<saml:AttributeValue\(attributes)>\(text)</saml:AttributeValue>"
    }

    static func statement(_ attributes: String) -> String {
        "<saml:AttributeStatement>\(attributes)</saml:AttributeStatement>"
    }

    static func nameID(_ value: String, _ format: String, _ more: String = "") -> String {
        "<saml:NameID Format=\"urn:oasis:names:tc:SAML:\(format)\"\(more)>\(value)</saml:NameID>"
    }

    static func time(_ seconds: Int64) -> String { now.adding(seconds: seconds).xsDateTime }
}
