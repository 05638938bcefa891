import XMLSecurity

/// A time as NTP writes it: seconds since 1900 and a fraction of 32 bits (RFC 4330 3).
struct SNTPTimestamp: Hashable, Sendable {
    // 1900-01-01 to 1970-01-01.
    private static let secondsBefore1970: Int64 = 2_208_988_800
    // RFC 4330 3: with the first bit clear, the count began again on 2036-02-07.
    private static let secondsOfEra: Int64 = 1 << 32
    private static let firstBit: UInt64 = 1 << 63

    let bits: UInt64

    init(bits: UInt64) {
        self.bits = bits
    }

    init(_ instant: Instant) {
        let milliseconds = instant.milliseconds + Self.secondsBefore1970 * 1000
        let fraction = UInt64(milliseconds % 1000) << 32 / 1000
        bits = UInt64(truncatingIfNeeded: milliseconds / 1000) << 32 | fraction
    }

    var instant: Instant {
        let era = bits & Self.firstBit == 0 ? Self.secondsOfEra : 0
        let seconds = Int64(bits >> 32) + era - Self.secondsBefore1970
        let milliseconds = Int64((bits & 0xFFFF_FFFF) * 1000 >> 32)
        return Instant(milliseconds: seconds * 1000 + milliseconds)
    }
}
