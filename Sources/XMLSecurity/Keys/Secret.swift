/// A value that must not be logged: however it is printed, it reads `<redacted>`.
public struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let bytes: [UInt8]

    /// Keeps bytes, such as a passphrase read from a file.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Keeps the UTF-8 of a text.
    public init(_ text: String) {
        self.bytes = Array(text.utf8)
    }

    /// Lends the secret to the one place that uses it.
    public func withBytes<R>(_ body: ([UInt8]) throws -> R) rethrows -> R {
        try body(bytes)
    }

    /// Always `<redacted>`.
    public var description: String { "<redacted>" }

    /// Always `<redacted>`.
    public var debugDescription: String { description }

    /// A mirror without children, because `dump` and string interpolation of an enclosing type walk mirrors.
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection()) }
}
