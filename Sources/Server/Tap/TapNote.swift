import Onboarding
import SAML
import Synchronization

/// What the service decides about an exchange that is tapped, besides what goes over the wire.
final class TapNote: Sendable {
    /// The note of the request that is being answered; `nil` when nobody follows.
    @TaskLocal static var current: TapNote?

    private let refusal = Mutex<Refusal?>(nil)
    private let outcome = Mutex<AssociationOutcome?>(nil)

    func refused(_ refusal: Refusal) {
        self.refusal.withLock { $0 = refusal }
    }

    func notified(_ outcome: AssociationOutcome) {
        self.outcome.withLock { $0 = outcome }
    }

    /// The refusal as it is told.
    var told: TappedExchange.Refused? {
        refusal.withLock { $0 }.map { refusal in
            TappedExchange.Refused(
                code: refusal.code.id,
                xpath: refusal.xpath,
                line: refusal.line,
                expected: refusal.expected,
                found: refusal.found
            )
        }
    }

    /// What became of a notification.
    var outcomeName: String? { outcome.withLock { $0?.rawValue } }
}
