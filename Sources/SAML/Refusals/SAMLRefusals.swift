/// Every code that this module refuses with, in the order in which a message meets them.
public enum SAMLRefusals: Sendable {
    /// The codes; a test holds that no id occurs twice.
    public static let all: [RefusalCode] =
        RefusalCode.transport + RefusalCode.schema + RefusalCode.signatures + RefusalCode.messages
        + RefusalCode.encryption + RefusalCode.metadata + RefusalCode.warnings
}
