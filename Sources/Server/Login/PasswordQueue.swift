import Foundation
import Synchronization
import XMLSecurity

/// Tries passwords on a thread of its own, one after the other: each takes a tenth of a second and 32 MB, which neither an
/// event loop nor a flood of sign-ins may cost.
final class PasswordQueue: Sendable {
    /// Who comes behind that many would wait for more than a second or two.
    static let longest = 16

    private let queue = OperationQueue()
    private let waiting = Mutex(0)

    init() {
        queue.name = "drawbridge.passwords"
        queue.maxConcurrentOperationCount = 1
    }

    /// Whether those who wait go on waiting.
    var isHeld: Bool {
        get { queue.isSuspended }
        set { queue.isSuspended = newValue }
    }

    /// Whether it is the password.
    /// - Parameters:
    ///   - password: what was typed.
    ///   - hash: what is known.
    /// - Returns: `nil` when too many wait.
    func check(_ password: Secret, _ hash: PasswordHash) async -> Bool? {
        guard enter() else { return nil }
        defer { waiting.withLock { $0 -= 1 } }
        return await withCheckedContinuation { continuation in
            queue.addOperation { continuation.resume(returning: hash.matches(password)) }
        }
    }

    private func enter() -> Bool {
        waiting.withLock { waiting in
            guard waiting < Self.longest else { return false }
            waiting += 1
            return true
        }
    }
}
