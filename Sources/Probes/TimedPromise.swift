import NIOCore

extension EventLoop {
    /// A promise that fails with ``ProbeFault/timedOut`` when nobody keeps it in time.
    func makeTimedPromise<Value: Sendable>(of type: Value.Type, in limit: TimeAmount) -> EventLoopPromise<Value> {
        let promise = makePromise(of: type)
        let timer = scheduleTask(in: limit) { promise.fail(ProbeFault.timedOut) }
        promise.futureResult.whenComplete { _ in timer.cancel() }
        return promise
    }
}
