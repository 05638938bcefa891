import Glibc
import Synchronization

/// A thread for one piece of work at a time, for work that does not give its thread away.
///
/// On the threads that all tasks share, as many such pieces as the machine has cores would stop everything, time-outs included.
/// It stands in this module because no other touches memory.
@safe public final class OwnThread: TaskExecutor {
    /// Threads whose work has ended wait for the next.
    ///
    /// They never end: what the libraries keep for a thread would be freed while the process may be ending, which takes the
    /// same memory away.
    private static let idle = Mutex<[OwnThread]>([])

    private let jobs = Mutex<[UnownedJob]>([])
    // Lives as long as the thread that waits for it: to the end of the process.
    nonisolated(unsafe) private let work: UnsafeMutablePointer<sem_t>

    private init() {
        unsafe work = .allocate(capacity: 1)
        unsafe sem_init(work, 0, 0)
        var thread = pthread_t()
        let own = unsafe Unmanaged.passRetained(self).toOpaque()
        let status = unsafe pthread_create(&thread, nil, { unsafe OwnThread.serve($0) }, own)
        precondition(status == 0, "the system gives no more threads")
    }

    /// A thread that nobody else has.
    public static func take() -> OwnThread { idle.withLock { $0.popLast() } ?? OwnThread() }

    /// Leaves it to the next piece of work; what runs on it by now runs to its end first.
    public func giveBack() { Self.idle.withLock { $0.append(self) } }

    /// Takes a job, as the runtime asks it to.
    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
        unsafe sem_post(work)
    }

    private func next() -> UnownedJob {
        // A signal may end the wait.
        while unsafe sem_wait(work) != 0 {}
        return jobs.withLock { $0.removeFirst() }
    }

    // An executor's reference is counted by nobody while a job runs: the thread holds its own.
    private static func serve(_ pointer: UnsafeMutableRawPointer?) -> Never {
        guard let pointer = unsafe pointer else { preconditionFailure("the thread was made without its executor") }
        let own = unsafe Unmanaged<OwnThread>.fromOpaque(pointer).takeRetainedValue()
        while true { unsafe own.next().runSynchronously(on: own.asUnownedTaskExecutor()) }
    }
}
