import XMLSecurity

/// What is to be said of a bundle.
struct BundleVerdict: Hashable, Sendable {
    /// Whether the key that signed is the one expected.
    enum Signer: Hashable, Sendable {
        /// The signature is not good, or was not reached.
        case unknown
        /// The signature is good; nobody said whose it should be.
        case unexpected(Certificate)
        /// The signature is good and of the key that was expected.
        case expected(Certificate)
    }

    /// Why it is not believed; empty when it is.
    let refusals: [BundleRefusal]
    /// Who signed.
    let signer: Signer
    /// What it says of itself, once the signature is good.
    let manifest: BundleManifest?

    /// Whether every octet is as it was signed; who signed is ``signer``.
    var holds: Bool { refusals.isEmpty }

    static func refused(_ refusal: BundleRefusal) -> BundleVerdict {
        BundleVerdict(refusals: [refusal], signer: .unknown, manifest: nil)
    }
}
