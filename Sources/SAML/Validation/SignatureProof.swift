public import XMLSecurity

/// What one of some keys signed in a response or an assertion, whatever else is wrong with it: no time, no address and no
/// audience is judged.
///
/// Good for asking whether an assertion is ours, never for letting anybody in.
public struct SignatureProof: Sendable {
    /// The ID of what was signed: of the assertion, or of the response where only that is signed.
    public let id: String
    /// The digest of what was signed, in Base64.
    public let digest: String
    /// The signature.
    public let signature: VerifiedSignature

    /// Verifies the signature that covers the assertion most closely.
    /// - Parameters:
    ///   - xml: a response with one assertion or none, or an assertion by itself.
    ///   - keys: the keys; each is tried.
    /// - Throws: ``Refusal``.
    public init(closestToAssertionIn xml: [UInt8], keys: [VerificationKey]) throws(Refusal) {
        let document: XMLDocument
        do {
            document = try XMLDocument(parsing: xml, limits: .message)
        } catch {
            throw Refusal(error)
        }
        let element = try Self.signedElement(of: document.root)
        let signed: SignedElement
        do {
            signed = try SignatureVerifier.verify(element, keys: keys, policy: .interop)
        } catch {
            throw Refusal(error)
        }
        id = signed.id
        digest = Base64.encode(Digest.of(signed.bytes, signed.digestAlgorithm))
        signature = VerifiedSignature(signed)
    }

    private static func signedElement(of root: XMLElement) throws(Refusal) -> XMLElement {
        guard root.is(SAMLP.response) || root.is(SAMLA.assertion) else {
            throw Refusal(.structureRoot, at: root, expected: "samlp:Response", found: root.localName)
        }
        // Beside the assertion that we issued another one must not stand.
        var carrier = root
        if root.is(SAMLP.response), !AssertionCount.assertions(in: root).isEmpty {
            carrier = try AssertionCount.judge(root)
        }
        let closest = carrier.hasSignature ? carrier : root
        guard closest.hasSignature else {
            throw Refusal(.signatureMissing, at: root, expected: "ds:Signature in samlp:Response or saml:Assertion")
        }
        return closest
    }
}
