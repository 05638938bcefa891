public import SAML
public import XMLSecurity

/// Verifies a notification with the keys of HUAWEI CLOUD's SP metadata, before anything in it is read.
public struct AssociationVerifier: Sendable {
    private let keys: [VerificationKey]
    private let signedOver: SignedOver

    /// Makes a verifier.
    /// - Parameters:
    ///   - keys: the signing keys of the SP metadata; without any, nothing verifies.
    ///   - signedOver: what the signature is made over.
    public init(keys: [VerificationKey], signedOver: SignedOver) {
        self.keys = keys
        self.signedOver = signedOver
    }

    /// Verifies.
    /// - Parameter form: the form.
    /// - Returns: the key that made the signature.
    /// - Throws: ``Refusal`` unless one of the keys made the signature over what is configured.
    @discardableResult
    public func verify(_ form: AssociationForm) throws(Refusal) -> VerificationKey {
        let fitting = fitting(form)
        guard !fitting.isEmpty else {
            throw Refusal(
                .associationNoKey,
                expected: "a signing key of HUAWEI CLOUD's SP metadata for \(form.algorithm.rawValue)",
                found: "\(keys.count) keys"
            )
        }
        if let key = signer(form, octets(form, signedOver), fitting) { return key }
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
        let fitting = fitting(form)
        if let kind = SignedOver.allCases.first(where: { signer(form, octets(form, $0), fitting) != nil }) {
            return kind.rawValue
        }
        return signer(form, form.received, fitting) == nil ? nil : "the escaped text as received"
    }

    private func fitting(_ form: AssociationForm) -> [VerificationKey] {
        keys.filter { SignaturePolicy.strict.takes($0.publicKey.algorithm, for: form.algorithm) }
    }

    private func octets(_ form: AssociationForm, _ kind: SignedOver) -> [UInt8] {
        switch kind {
        case .base64Text: form.signed
        case .decodedJSON: form.json
        }
    }

    private func signer(_ form: AssociationForm, _ octets: [UInt8], _ keys: [VerificationKey]) -> VerificationKey? {
        keys.first { $0.publicKey.verify(form.signature, of: octets, with: form.algorithm) }
    }
}
