public import Testing
import XMLSecurity

/// Each test on a thread of its own.
///
/// Tests that wait for a process hold their thread meanwhile. There are as many shared threads as cores: whatever else runs in
/// this process, a server that the process asks for example, would stand still until its caller gives up.
public struct OwnThreadTrait: SuiteTrait, TestTrait, TestScoping {
    /// Suites pass it on to their tests.
    public let isRecursive = true

    /// Runs a test.
    public func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        guard testCase != nil else { return try await function() }
        let thread = OwnThread.take()
        defer { thread.giveBack() }
        try await withTaskExecutorPreference(thread) { try await function() }
    }
}

extension Trait where Self == OwnThreadTrait {
    /// Each test on a thread of its own: it waits for processes.
    public static var ownThread: Self { Self() }
}
