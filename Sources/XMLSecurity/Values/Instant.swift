/// A point in time in UTC, as SAML writes it (saml-core 1.3.3: `xs:dateTime` with `Z`, no offset, no leap second).
public struct Instant: Hashable, Comparable, Sendable, Codable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let milliseconds: Int64

    /// Makes an instant from milliseconds since 1970.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Makes an instant from seconds since 1970.
    public init(seconds: Int64) {
        self.milliseconds = seconds * 1000
    }

    /// The instant that many seconds later, or earlier when negative.
    public func adding(seconds: Int64) -> Instant {
        Instant(milliseconds: milliseconds + seconds * 1000)
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
