/// A step of a rollover that an operator asks for.
public enum KeyMove: String, CaseIterable, Sendable {
    /// Into metadata, not used.
    case publish
    /// Signs from now on; the key that signed before stays in metadata.
    case activate
    /// Out of metadata.
    case retire
}
