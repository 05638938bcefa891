/// Looks at the BSS while something is done: which calls came, and with which faults they were met.
struct BSSWatch {
    let side: BSSSide
    let faults: FaultSwitch

    private static let pause = Duration.milliseconds(10)

    /// Does something.
    /// - Parameters:
    ///   - wanted: faults that hold meanwhile.
    ///   - until: after so many calls, questions for tokens aside, the faults hold no longer.
    ///   - work: what is done.
    /// - Returns: what came of it, and the calls.
    /// - Throws: what the work throws.
    func during<Outcome: Sendable>(
        _ wanted: Faults,
        until: Int64?,
        _ work: () async throws -> Outcome
    ) async throws -> (Outcome, calls: [BSSSeenCall]) {
        let before = faults.current
        let last = await last()
        faults.set(before.union(wanted))
        let lifting = Task { [side, faults] in
            while let until, !Task.isCancelled {
                let calls = await side.host.calls(after: last).filter { !$0.isForToken }
                if calls.count >= until { return faults.set(before) }
                try? await Task.sleep(for: Self.pause)
            }
        }
        let outcome: Result<Outcome, any Error>
        do {
            outcome = .success(try await work())
        } catch {
            outcome = .failure(error)
        }
        lifting.cancel()
        await lifting.value
        faults.set(before)
        return (try outcome.get(), await side.host.calls(after: last))
    }

    /// The number of the last call so far.
    func last() async -> Int {
        await side.host.calls().last?.number ?? 0
    }
}
