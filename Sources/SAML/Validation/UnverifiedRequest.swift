public import XMLSecurity

/// An AuthnRequest that was parsed and not verified: good for finding the sender's metadata, and for nothing else.
///
/// Not `Sendable`: it holds the document that a signature inside it is verified against.
public struct UnverifiedRequest {
    private let message: DecodedMessage
    private let document: XMLDocument
    private let request: AuthnRequest

    /// Parses a message.
    /// - Parameter message: the message out of its transport.
    /// - Throws: ``Refusal`` when it is not an AuthnRequest as saml-core 3.4.1 has it.
    public init(_ message: DecodedMessage) throws(Refusal) {
        do {
            document = try XMLDocument(parsing: message.xml, limits: .message)
        } catch {
            throw Refusal(error)
        }
        self.message = message
        request = try AuthnRequest(decoding: document.root)
    }

    /// Who the message says it is from.
    public var issuer: String { request.issuer }

    /// Verifies the signature where the binding puts it (saml-bindings 3.4.4.1, 3.5.4).
    /// - Parameters:
    ///   - keys: the signing keys of the metadata that ``issuer`` named; each is tried.
    ///   - required: whether an unsigned message is refused.
    /// - Returns: the request as it was signed.
    /// - Throws: ``Refusal`` of class signature, reference, algorithm, key or structure.
    public func verify(keys: [VerificationKey], required: Bool) throws(Refusal) -> VerifiedRequest {
        switch message.binding {
        case .httpRedirect: try verifyQuery(keys, required)
        case .httpPOST: try verifyDocument(keys, required)
        }
    }

    private func verifyQuery(_ keys: [VerificationKey], _ required: Bool) throws(Refusal) -> VerifiedRequest {
        guard !document.root.hasSignature else { throw Refusal(.signatureEmbedded, at: document.root) }
        guard let detached = message.detached else { return try unsigned(required) }
        // The documentation of HUAWEI CLOUD prints the URI in capitals (huawei-cloud.md 3.3).
        let algorithm = SignaturePolicy.strict.signatures.first {
            $0.rawValue.lowercased() == detached.algorithm.lowercased()
        }
        guard let algorithm else {
            let allowed = SignaturePolicy.strict.signatures.map(\.rawValue).joined(separator: ", ")
            throw Refusal(.algorithmSignature, expected: allowed, found: detached.algorithm)
        }
        let candidates = keys.filter {
            algorithm.fits($0.publicKey.algorithm) && !$0.publicKey.algorithm.isTooShort
        }
        guard !candidates.isEmpty else {
            throw Refusal(.keyNone, expected: "a key for \(algorithm.rawValue)", found: "\(keys.count) other keys")
        }
        for key in candidates where key.publicKey.verify(detached.value, of: detached.signed, with: algorithm) {
            return VerifiedRequest(request: request, signature: .init(algorithm: algorithm, key: key))
        }
        throw Refusal(
            .signatureMismatch,
            expected: "a signature by one of \(candidates.count) keys",
            found: "Signature"
        )
    }

    private func verifyDocument(_ keys: [VerificationKey], _ required: Bool) throws(Refusal) -> VerifiedRequest {
        guard document.root.hasSignature else { return try unsigned(required) }
        let signed: SignedElement
        let content: XMLDocument
        do {
            signed = try SignatureVerifier.verify(document.root, keys: keys, policy: .strict)
        } catch {
            throw Refusal(error)
        }
        do {
            content = try signed.document(limits: .message)
        } catch {
            throw Refusal(error)
        }
        return VerifiedRequest(
            request: try AuthnRequest(decoding: content.root),
            signature: .init(algorithm: signed.signatureAlgorithm, key: signed.key)
        )
    }

    private func unsigned(_ required: Bool) throws(Refusal) -> VerifiedRequest {
        guard !required else { throw Refusal(.signatureMissing, at: document.root, expected: "a signature") }
        return VerifiedRequest(request: request, signature: nil)
    }
}

@available(*, unavailable)
extension UnverifiedRequest: Sendable {}
