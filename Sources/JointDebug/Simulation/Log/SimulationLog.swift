/// What happened at the simulated HUAWEI CLOUD, the newest ``longest`` events of it.
public actor SimulationLog {
    /// How many events are kept: a thousand customers cross in four or five thousand.
    public static let longest = 20_000

    private var events: ArraySlice<SimulationEvent> = []
    private var first = 1

    /// Nothing yet.
    public init() {}

    /// An event with its number, from 1 on without gaps.
    public struct Entry: Sendable {
        /// The number.
        public let number: Int
        /// What happened.
        public let event: SimulationEvent
    }

    /// Writes an event down.
    /// - Parameter event: what happened.
    /// - Returns: its number.
    @discardableResult
    public func add(_ event: SimulationEvent) -> Int {
        events.append(event)
        if events.count > Self.longest {
            events.removeFirst()
            first += 1
        }
        return first + events.count - 1
    }

    /// The events after that of a number, in order.
    public func entries(after number: Int = 0) -> [Entry] {
        let skipped = max(0, number + 1 - first)
        return events.dropFirst(skipped).enumerated().map { offset, event in
            Entry(number: first + skipped + offset, event: event)
        }
    }
}
