import Synchronization
import XMLSecurity

/// How long a look at the installation may take.
enum LookTimeout {
    /// The longest look, verifying two chains of a year, takes seconds; what takes a minute hangs.
    static let usual = Duration.seconds(60)

    /// A look at the world asks as many as the installation names, each with a time-out of its own.
    static let world = Duration.seconds(600)

    /// A look did not come to its end in time.
    struct Passed: Error, Sendable {
        let limit: Duration
    }

    /// Waits for a look, and not longer.
    ///
    /// It has a thread of its own, so that one that never gives it away is given up as well. What hangs in a call that
    /// cannot be cancelled is left behind: the command ends without it.
    static func run<Value: Sendable>(
        _ limit: Duration,
        _ look: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { waiting in
            let first = First(waiting)
            let thread = OwnThread.take()
            let work = Task(executorPreference: thread) {
                defer { thread.giveBack() }
                do {
                    first.end(.success(try await look()))
                } catch {
                    first.end(.failure(error))
                }
            }
            Task {
                try await Task.sleep(for: limit)
                // Before it is cancelled: a look that hears of that ends as well.
                first.end(.failure(Passed(limit: limit)))
                work.cancel()
            }
        }
    }

    /// Resumes once, with whatever comes first.
    private final class First<Value: Sendable>: Sendable {
        private let waiting: Mutex<CheckedContinuation<Value, any Error>?>

        init(_ waiting: CheckedContinuation<Value, any Error>) {
            self.waiting = Mutex(waiting)
        }

        func end(_ result: Result<Value, any Error>) {
            let waiting = waiting.withLock { waiting in
                defer { waiting = nil }
                return waiting
            }
            waiting?.resume(with: result)
        }
    }
}
