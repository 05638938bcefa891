import XMLSecurity

/// A server's answer, accepted as RFC 4330 5 has it.
struct SNTPReply: Sendable {
    /// The length of a message without authentication (RFC 4330 4).
    static let length = 48

    let received: Instant
    let transmitted: Instant
    let stratum: Int

    /// Reads an answer.
    /// - Parameters:
    ///   - bytes: the datagram.
    ///   - originate: what the question bore, which only who saw the question knows.
    /// - Throws: ``ClockFault``.
    init(_ bytes: [UInt8], to originate: UInt64) throws(ClockFault) {
        guard bytes.count >= Self.length, bytes[0] & 0b111 == 4 else { throw .malformed }
        guard Self.number(bytes, at: 24) == originate else { throw .notOurs }
        stratum = Int(bytes[1])
        guard stratum != 0 else { throw .kissOfDeath(Self.kissCode(bytes)) }
        // The first two bits are the leap indicator; 3 says that the server's own clock is not set.
        guard bytes[0] >> 6 != 3, (1...15).contains(stratum) else { throw .unsynchronised }
        let sent = Self.number(bytes, at: 40)
        guard sent != 0 else { throw .malformed }
        received = SNTPTimestamp(bits: Self.number(bytes, at: 32)).instant
        transmitted = SNTPTimestamp(bits: sent).instant
    }

    /// The question: version 4, mode 3, and nothing of ours but a number to know the answer by.
    static func question(_ originate: UInt64) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: length)
        bytes[0] = 4 << 3 | 3
        for index in 0..<8 { bytes[40 + index] = UInt8(truncatingIfNeeded: originate >> (56 - 8 * UInt64(index))) }
        return bytes
    }

    private static func number(_ bytes: [UInt8], at start: Int) -> UInt64 {
        bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }

    // Four letters (RFC 4330 8); whatever else a server puts there is not shown.
    private static func kissCode(_ bytes: [UInt8]) -> String {
        let letters = bytes[12..<16].filter { (0x41...0x5A).contains($0) }
        return String(decoding: letters, as: UTF8.self)
    }
}
