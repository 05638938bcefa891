import XMLSecurity

/// Verifies every signature of a response and finds the assertion in the octets that were signed (saml-profiles
/// 4.1.4.5: by POST the assertion is protected by a signature of its own or of the response).
struct SignatureCoverage {
    /// The response: out of its signed octets when it is signed, else as it came, and then to be distrusted.
    let response: XMLElement
    /// The assertion, out of signed octets.
    let assertion: XMLElement
    /// Which of the two carry a signature.
    let signed: Response.Signing
    /// The signature that covers the assertion most closely.
    let signature: SignedElement
    /// Whether the assertion came encrypted, and how.
    let wasEncrypted: Bool
    /// What only `interop` took.
    let warnings: [Refusal]

    init(_ document: XMLDocument, _ expectations: ResponseExpectations) throws(Refusal) {
        let outer = try document.root.verifiedIfSigned(expectations)
        response = try outer?.root() ?? document.root
        let carrier = try AssertionCount.judge(response)
        let decrypted = try Self.decryptedIfNeeded(carrier, expectations)
        wasEncrypted = decrypted != nil
        let plain = decrypted?.element ?? carrier
        let inner = try plain.verifiedIfSigned(expectations)
        assertion = try inner?.root() ?? plain
        // Whoever has our public key can encrypt: what was inside needs a signature all the same (attacks.md C.2 37).
        guard let signature = inner ?? outer else {
            throw Refusal(.signatureMissing, at: plain, expected: "ds:Signature in samlp:Response or saml:Assertion")
        }
        self.signature = signature
        signed = outer == nil ? .assertion : inner == nil ? .response : .both
        try AssertionCount.requireNone(inside: assertion)
        warnings =
            [outer, inner].compactMap { $0 }.flatMap { VerifiedSignature($0).warnings }
            + (decrypted.map { ValidationPolicy.warnings(on: $0) } ?? [])
    }

    private static func decryptedIfNeeded(
        _ carrier: XMLElement,
        _ expectations: ResponseExpectations
    ) throws(Refusal) -> DecryptedElement? {
        guard carrier.is(SAMLA.encryptedAssertion) else { return nil }
        let decrypted: DecryptedElement
        do {
            decrypted = try Decryptor.decrypt(
                carrier,
                keys: expectations.decryptionKeys,
                policy: expectations.policy.encryption,
                limits: .message
            )
        } catch {
            throw Refusal(error)
        }
        guard decrypted.element.is(SAMLA.assertion) else { throw Refusal(.encryptionFailed, at: carrier) }
        return decrypted
    }
}

extension XMLElement {
    /// The octets signed, or `nil` when the element carries no signature.
    func verifiedIfSigned(_ expectations: ResponseExpectations) throws(Refusal) -> SignedElement? {
        guard hasSignature else { return nil }
        do {
            return try SignatureVerifier.verify(self, keys: expectations.keys, policy: expectations.policy.signatures)
        } catch {
            throw Refusal(error)
        }
    }

    /// Whether the element carries a signature as its child.
    var hasSignature: Bool {
        child(XMLName("http://www.w3.org/2000/09/xmldsig#", "Signature")) != nil
    }
}

extension SignedElement {
    /// The signed element, parsed afresh from the octets that were hashed.
    func root(limits: ParserLimits = .message) throws(Refusal) -> XMLElement {
        do {
            return try document(limits: limits).root
        } catch {
            throw Refusal(error)
        }
    }
}
