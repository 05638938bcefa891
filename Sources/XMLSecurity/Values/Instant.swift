/// A point in time in UTC, as SAML writes it (saml-core 1.3.3: `xs:dateTime` with `Z`, no offset, no leap second).
///
/// Always within the years 0001 to 9999, which is what four digits can write: a number beyond them, such as the expiry
/// in a token of a stranger, counts as the nearest instant within and overflows nothing.
public struct Instant: Hashable, Comparable, Sendable, Codable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let milliseconds: Int64

    // 0001-01-01T00:00:00.000Z to 9999-12-31T23:59:59.999Z.
    private static let range: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999

    // No two instants are further apart than 20,000 years.
    private static func milliseconds(_ seconds: Int64) -> Int64 {
        min(max(seconds, -700_000_000_000), 700_000_000_000) * 1000
    }

    /// Makes an instant from milliseconds since 1970.
    public init(milliseconds: Int64) {
        self.milliseconds = min(max(milliseconds, Self.range.lowerBound), Self.range.upperBound)
    }

    /// Makes an instant from seconds since 1970.
    public init(seconds: Int64) {
        self.init(milliseconds: Self.milliseconds(seconds))
    }

    /// The instant that many seconds later, or earlier when negative.
    public func adding(seconds: Int64) -> Instant {
        Instant(milliseconds: milliseconds + Self.milliseconds(seconds))
    }

    /// Whole seconds from the other instant to this one, negative when this one is earlier.
    public func seconds(since other: Instant) -> Int64 {
        (milliseconds - other.milliseconds) / 1000
    }

    /// Orders by time.
    public static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// Encodes the milliseconds as one number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }

    /// Decodes the milliseconds from one number.
    public init(from decoder: any Decoder) throws {
        self.init(milliseconds: try decoder.singleValueContainer().decode(Int64.self))
    }
}
