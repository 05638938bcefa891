/// Measures bodies in turns, so that a busy neighbour hits all of them alike.
struct Stopwatch {
    let rounds: Int
    let turn: Duration

    /// The median time of one call, in microseconds, of each body.
    func measure(_ bodies: [() throws -> Void]) throws -> [Double] {
        var times = bodies.map { _ in [Double]() }
        _ = try once(bodies)
        for _ in 0..<rounds {
            for (index, time) in try once(bodies).enumerated() { times[index].append(time) }
        }
        return times.map(Self.median)
    }

    /// One turn of each body: the time of one call, in microseconds.
    func once(_ bodies: [() throws -> Void]) throws -> [Double] {
        try bodies.map(once)
    }

    static func median(_ times: [Double]) -> Double { times.sorted()[times.count / 2] }

    private func once(_ body: () throws -> Void) throws -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        var calls = 0
        repeat {
            for _ in 0..<8 { try body() }
            calls += 8
        } while clock.now - start < turn
        let elapsed = clock.now - start
        return Double(elapsed.components.attoseconds) / 1e12 / Double(calls)
            + Double(elapsed.components.seconds) * 1e6 / Double(calls)
    }
}
