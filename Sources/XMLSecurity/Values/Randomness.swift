import CXMLSecurity

/// Where random bytes come from: OpenSSL in a running service, a counter in a test.
public struct Randomness: Sendable {
    private let source: @Sendable (Int) -> [UInt8]

    /// Makes a source of random bytes from a function that returns exactly as many as asked for.
    public init(_ source: @escaping @Sendable (Int) -> [UInt8]) {
        self.source = source
    }

    /// That many random bytes.
    public func bytes(_ count: Int) -> [UInt8] {
        source(count)
    }

    /// OpenSSL's generator.
    ///
    /// A generator that fails ends the process: an identifier that can be guessed is worse.
    public static let openSSL = Randomness { count in
        var bytes = [UInt8](repeating: 0, count: count)
        let status = unsafe RAND_bytes(&bytes, Int32(count))
        precondition(status == 1, "OpenSSL's random generator failed")
        return bytes
    }
}
