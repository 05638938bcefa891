extension UnownedJob {
    /// Runs the job on the thread that calls, for an executor that keeps its thread to itself.
    ///
    /// An executor's reference is counted by nobody while the job runs: whoever calls holds the executor until then.
    /// - Parameter executor: where the job belongs.
    public func run(on executor: some TaskExecutor) {
        unsafe runSynchronously(on: executor.asUnownedTaskExecutor())
    }
}
