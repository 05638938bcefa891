/// Why the browser could not go on.
public struct BrowserError: Error, Sendable, CustomStringConvertible {
    /// One sentence.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
