public import SAML
public import XMLSecurity

/// Verifies a notification with the keys of HUAWEI CLOUD's SP metadata, before anything in it is read.
public struct AssociationVerifier: Sendable {
    private let keys: [PublicKey]
    private let signedOver: SignedOver

    /// Makes a verifier.
    /// - Parameters:
    ///   - keys: the signing keys of the SP metadata; without any, nothing verifies.
    ///   - signedOver: what the signature is made over.
    public init(keys: [VerificationKey], signedOver: SignedOver) {
        self.keys = keys.map(\.publicKey)
        self.signedOver = signedOver
    }

    /// Verifies.
    /// - Parameter form: the form.
    /// - Throws: ``Refusal`` unless one of the keys made the signature over what is configured.
    public func verify(_ form: AssociationForm) throws(Refusal) {
        let fitting = keys.filter { SignaturePolicy.strict.takes($0.algorithm, for: form.algorithm) }
        guard !fitting.isEmpty else {
            throw Refusal(
                .associationNoKey,
                expected: "a signing key of HUAWEI CLOUD's SP metadata for \(form.algorithm.rawValue)",
                found: "\(keys.count) keys"
            )
        }
        if isGood(form, octets(form, signedOver), fitting) { return }
        throw Refusal(
            .associationSignature,
            xpath: "Signature",
            expected: "a signature over \(signedOver.rawValue)",
            found: formSigned(form).map { "one over \($0)" } ?? "none that verifies"
        )
    }

    /// Which form of the message is signed, whatever is configured; `nil` when none is.
    ///
    /// It is said in the log, so that joint debugging finds out what HUAWEI CLOUD signs; nothing is taken for it.
    public func formSigned(_ form: AssociationForm) -> String? {
        let fitting = keys.filter { SignaturePolicy.strict.takes($0.algorithm, for: form.algorithm) }
        if let kind = SignedOver.allCases.first(where: { isGood(form, octets(form, $0), fitting) }) {
            return kind.rawValue
        }
        return isGood(form, form.received, fitting) ? "the escaped text as received" : nil
    }

    private func octets(_ form: AssociationForm, _ kind: SignedOver) -> [UInt8] {
        switch kind {
        case .base64Text: form.signed
        case .decodedJSON: form.json
        }
    }

    private func isGood(_ form: AssociationForm, _ octets: [UInt8], _ keys: [PublicKey]) -> Bool {
        keys.contains { $0.verify(form.signature, of: octets, with: form.algorithm) }
    }
}
