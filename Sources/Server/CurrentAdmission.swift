public import Onboarding
import Synchronization

/// Holds who may take part now; a decision asks it anew each time, so that an entry suspended in between stops a
/// Response.
public final class CurrentAdmission: Sendable {
    private let admission: Mutex<Admission>

    init(_ admission: Admission) {
        self.admission = Mutex(admission)
    }

    /// Who may take part now.
    public var current: Admission { admission.withLock { $0 } }

    /// Lets others take part from the next decision on.
    public func replace(_ next: Admission) {
        admission.withLock { $0 = next }
    }
}
