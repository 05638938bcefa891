import SAML
import XMLSecurity

/// Who the seeds are from and for, and when.
public enum Scene: Sendable {
    /// The time of every judgement.
    public static let now = Instant(seconds: 1_795_000_000)
    /// Us.
    public static let identityProvider = "https://idp.example"
    /// The SP.
    public static let serviceProvider = "https://sp.example/"
    /// Where its answers go.
    public static let assertionConsumerService = "https://sp.example/acs"
    /// The portal.
    public static let portal = "https://portal.example"
    /// The request that is waiting.
    public static let requestID = "_request"

    /// The only certificate that is trusted; its private key was thrown away when the seeds were made.
    public static let certificate: Certificate = {
        do {
            return try Certificate(base64: Pinned.certificate)
        } catch {
            fatalError("the pinned certificate cannot be read: \(error)")
        }
    }()
    /// Its key.
    public static let key = VerificationKey(certificate.publicKey)

    /// What the SP expects.
    public static let expectations = ResponseExpectations(
        identityProvider: identityProvider,
        keys: [key],
        serviceProvider: serviceProvider,
        assertionConsumerService: assertionConsumerService,
        requestID: requestID
    )

    /// How a thing that was signed is named in ``Pinned``.
    public static func fingerprint(_ octets: [UInt8]) -> String {
        Hexadecimal.encode(Digest.sha256(octets))
    }
}
