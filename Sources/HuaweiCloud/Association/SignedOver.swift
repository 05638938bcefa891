/// What the notification's signature is made over.
///
/// The documentation says only "bindRequest"; joint debugging shows which it is, and configuration follows without a
/// release.
public enum SignedOver: String, CaseIterable, Sendable {
    /// The Base64 text, without the form's percent escapes.
    case base64Text = "base64-text"
    /// The JSON behind it.
    case decodedJSON = "decoded-json"
}
