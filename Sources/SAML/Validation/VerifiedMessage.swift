/// A message whose signature was judged; only ``UnverifiedMessage/verify(keys:required:policy:)`` makes one.
public struct VerifiedMessage<Message: ProtocolMessage>: Sendable {
    /// The message, read from what was signed.
    public let message: Message
    /// The signature, `nil` for an unsigned message of a sender that does not sign.
    public let signature: VerifiedSignature?
}
