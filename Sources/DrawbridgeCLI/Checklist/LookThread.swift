import Dispatch
import Foundation
import Synchronization

/// A thread for one look.
///
/// Most looks read files and stores, and try attacks, without ever giving their thread away. On the threads that all tasks
/// share, as many hanging looks as the machine has cores would stop everything, the time-out included.
final class LookThread: TaskExecutor {
    private struct State {
        var jobs: [UnownedJob] = []
        var isOver = false
    }

    private let state = Mutex(State())
    /// Counts what there is to do: each job, and the end.
    private let work = DispatchSemaphore(value: 0)

    init() {
        Thread.detachNewThread {
            while let job = self.next() { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
        }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        state.withLock { $0.jobs.append(job) }
        work.signal()
    }

    /// Lets the thread go, once it has done what it was given.
    func end() {
        state.withLock { $0.isOver = true }
        work.signal()
    }

    private func next() -> UnownedJob? {
        while true {
            work.wait()
            let (job, isOver) = state.withLock { state in
                (state.jobs.isEmpty ? nil : state.jobs.removeFirst(), state.isOver)
            }
            if job != nil || isOver { return job }
        }
    }
}
