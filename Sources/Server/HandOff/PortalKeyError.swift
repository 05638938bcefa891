/// Why a portal's key cannot be used.
public struct PortalKeyError: Error, Sendable, CustomStringConvertible {
    /// One sentence.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
