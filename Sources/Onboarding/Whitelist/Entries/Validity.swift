public import XMLSecurity

/// When an entry holds: from a time, up to a time, or always.
public struct Validity: Hashable, Sendable, Codable {
    /// The first moment; `nil` when it holds since ever.
    public let from: Instant?
    /// The first moment when it holds no longer; `nil` when it has no end.
    public let until: Instant?

    /// Without beginning and end.
    public static let always = Validity(judged: nil, nil)

    /// Takes the two ends of a window that was judged when it was made.
    init(judged from: Instant?, _ until: Instant?) {
        self.from = from
        self.until = until
    }

    /// Makes a window.
    /// - Parameters:
    ///   - from: the first moment.
    ///   - until: the first moment behind it.
    /// - Throws: ``WhitelistRefusal`` when there is no moment in between.
    public init(from: Instant?, until: Instant?) throws(WhitelistRefusal) {
        if let from, let until, until <= from { throw WhitelistRefusal(.validity, until.xsDateTime) }
        self.from = from
        self.until = until
    }

    /// Whether a moment is inside.
    public func contains(_ time: Instant) -> Bool { !isBefore(time) && !isOver(at: time) }

    /// Whether it has not begun.
    public func isBefore(_ time: Instant) -> Bool { from.map { time < $0 } ?? false }

    /// Whether it has ended.
    public func isOver(at time: Instant) -> Bool { until.map { $0 <= time } ?? false }
}
