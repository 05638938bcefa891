import SAML
public import TestSupport
public import Testing
import XMLSecurity

extension ResponseCase: CustomTestStringConvertible {
    static let now = Instant(seconds: 1_795_000_000)

    /// The case's name.
    public var testDescription: String { name }

    func document() throws -> [UInt8] { try document(at: Self.now) }

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
}
