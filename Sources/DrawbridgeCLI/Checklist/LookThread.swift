import Dispatch
import Foundation
import Synchronization
import XMLSecurity

/// A thread for one look at a time.
///
/// Most looks read files and stores, and try attacks, without ever giving their thread away. On the threads that all tasks
/// share, as many hanging looks as the machine has cores would stop everything, the time-out included.
final class LookThread: TaskExecutor {
    /// Threads whose look has ended wait for the next one.
    ///
    /// They never end: what the libraries keep for a thread would be freed while the process may be ending, which takes the
    /// same memory away.
    private static let idle = Mutex<[LookThread]>([])

    private let jobs = Mutex<[UnownedJob]>([])
    private let work = DispatchSemaphore(value: 0)

    private init() {
        Thread.detachNewThread {
            while true { self.next().run(on: self) }
        }
    }

    /// A thread that nobody else has.
    static func take() -> LookThread { idle.withLock { $0.popLast() } ?? LookThread() }

    /// Leaves it to the next look; what runs on it by now runs to its end first.
    func giveBack() { Self.idle.withLock { $0.append(self) } }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
        work.signal()
    }

    private func next() -> UnownedJob {
        work.wait()
        return jobs.withLock { $0.removeFirst() }
    }
}
