import Synchronization

/// Rung once by a signal; whoever works looks at it between two steps.
final class Bell: Sendable {
    private let isRung = Atomic(false)

    var hasRung: Bool { isRung.load(ordering: .relaxed) }

    func ring() {
        isRung.store(true, ordering: .relaxed)
    }
}
