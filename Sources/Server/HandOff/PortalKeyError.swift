/// Why a portal's key cannot be used.
public struct PortalKeyError: Error, Sendable, CustomStringConvertible {
    /// One sentence.
    public let description: String

    /// Makes the error.
    public init(_ description: String) {
        self.description = description
    }
}
