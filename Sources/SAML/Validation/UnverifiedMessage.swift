public import XMLSecurity

/// An AuthnRequest that was parsed and not verified.
public typealias UnverifiedRequest = UnverifiedMessage<AuthnRequest>

/// A message that was parsed and not verified: good for finding the sender's metadata, and for nothing else.
///
/// Not `Sendable`: it holds the document that a signature inside it is verified against.
public struct UnverifiedMessage<Message: ProtocolMessage> {
    private let decoded: DecodedMessage
    private let document: XMLDocument
    private let message: Message

    /// Parses a message.
    /// - Parameter decoded: the message out of its transport.
    /// - Throws: ``Refusal`` when it is not such a message as saml-core 3 has it.
    public init(_ decoded: DecodedMessage) throws(Refusal) {
        do {
            document = try XMLDocument(parsing: decoded.xml, limits: .message)
        } catch {
            throw Refusal(error)
        }
        self.decoded = decoded
        message = try Message(decoding: document.root)
    }

    /// Who the message says it is from.
    public var issuer: String { message.issuer }

    /// Verifies the signature where the binding puts it (saml-bindings 3.4.4.1, 3.5.4).
    /// - Parameters:
    ///   - keys: the signing keys of the metadata that ``issuer`` named; each is tried.
    ///   - required: whether an unsigned message is refused.
    ///   - policy: how strictly it is judged.
    /// - Returns: the message as it was signed.
    /// - Throws: ``Refusal`` of class signature, reference, algorithm, key or structure.
    public func verify(
        keys: [VerificationKey],
        required: Bool,
        policy: ValidationPolicy = .strict
    ) throws(Refusal) -> VerifiedMessage<Message> {
        switch decoded.binding {
        case .httpRedirect: try verifyQuery(keys, required, policy.signatures)
        case .httpPOST: try verifyDocument(keys, required, policy.signatures)
        }
    }

    private func verifyQuery(
        _ keys: [VerificationKey],
        _ required: Bool,
        _ policy: SignaturePolicy
    ) throws(Refusal) -> VerifiedMessage<Message> {
        guard !document.root.hasSignature else { throw Refusal(.signatureEmbedded, at: document.root) }
        guard let detached = decoded.detached else { return try unsigned(required) }
        // The documentation of HUAWEI CLOUD prints the URI in capitals (huawei-cloud.md 3.3).
        let method = policy.signatures.first { $0.rawValue.lowercased() == detached.algorithm.lowercased() }
        guard let method else {
            let allowed = policy.signatures.map(\.rawValue).joined(separator: ", ")
            throw Refusal(.algorithmSignature, expected: allowed, found: detached.algorithm)
        }
        let candidates = keys.filter { policy.takes($0.publicKey.algorithm, for: method) }
        guard !candidates.isEmpty else {
            throw Refusal(.keyNone, expected: "a key for \(method.rawValue)", found: "\(keys.count) other keys")
        }
        for key in candidates where key.publicKey.verify(detached.value, of: detached.signed, with: method) {
            return VerifiedMessage(message: message, signature: .init(method: method, digest: nil, key: key))
        }
        let known = candidates.compactMap(\.fingerprint).map { "SHA-256 " + $0 }.joined(separator: " or ")
        throw Refusal(
            .signatureMismatch,
            expected: known.isEmpty ? "a signature by one of \(candidates.count) keys" : "the certificate " + known,
            found: "Signature"
        )
    }

    private func verifyDocument(
        _ keys: [VerificationKey],
        _ required: Bool,
        _ policy: SignaturePolicy
    ) throws(Refusal) -> VerifiedMessage<Message> {
        guard document.root.hasSignature else { return try unsigned(required) }
        let signed: SignedElement
        do {
            signed = try SignatureVerifier.verify(document.root, keys: keys, policy: policy)
        } catch {
            throw Refusal(error)
        }
        return VerifiedMessage(message: try Message(decoding: signed.root()), signature: .init(signed))
    }

    private func unsigned(_ required: Bool) throws(Refusal) -> VerifiedMessage<Message> {
        guard !required else { throw Refusal(.signatureMissing, at: document.root, expected: "a signature") }
        return VerifiedMessage(message: message, signature: nil)
    }
}

@available(*, unavailable)
extension UnverifiedMessage: Sendable {}
