import XMLSecurity

/// The header `traceparent` (W3C Trace Context 3.2): which trace a request belongs to, and which step of it asks.
struct TraceParent: Hashable, Sendable {
    static let header = "traceparent"

    /// 16 octets in lower-case hexadecimal, not all zero.
    let traceID: String
    /// 8 octets in lower-case hexadecimal, not all zero.
    let spanID: String
    /// Whether somebody records the trace, and what later versions say.
    let flags: String

    /// The first step of a new trace.
    init(from randomness: Randomness) {
        traceID = Hexadecimal.encode(randomness.bytes(16))
        spanID = Hexadecimal.encode(randomness.bytes(8))
        flags = "00"
    }

    /// Reads the header; `nil` when it is not as the specification has it, and a new trace begins.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 4, Self.isHexadecimal(parts[0], 2), parts[0] != "ff",
            // Later versions may append; version 00 has exactly four parts.
            parts.count == 4 || parts[0] != "00",
            Self.isHexadecimal(parts[1], 32), parts[1].contains(where: { $0 != "0" }),
            Self.isHexadecimal(parts[2], 16), parts[2].contains(where: { $0 != "0" }),
            Self.isHexadecimal(parts[3], 2)
        else { return nil }
        traceID = parts[1]
        spanID = parts[2]
        flags = parts[3]
    }

    private init(traceID: String, spanID: String, flags: String) {
        self.traceID = traceID
        self.spanID = spanID
        self.flags = flags
    }

    /// The next step of the same trace, which is ours.
    func next(from randomness: Randomness) -> TraceParent {
        TraceParent(traceID: traceID, spanID: Hexadecimal.encode(randomness.bytes(8)), flags: flags)
    }

    /// The header's value.
    var text: String { "00-\(traceID)-\(spanID)-\(flags)" }

    private static func isHexadecimal(_ text: String, _ length: Int) -> Bool {
        text.utf8.count == length
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
