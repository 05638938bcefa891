import IdentityProvider
import Metrics
import Onboarding
import SAML

/// All metric names.
enum Telemetry {
    static func refused(_ refusal: Refusal) {
        Counter(label: "drawbridge_refusals_total", dimensions: [("code", refusal.code.id)]).increment()
    }

    static func notified(_ outcome: AssociationOutcome) {
        Counter(label: "drawbridge_association_notifications_total", dimensions: [("outcome", outcome.rawValue)])
            .increment()
    }

    static func delivered(_ result: String) {
        Counter(label: "drawbridge_webhook_attempts_total", dimensions: [("result", result)]).increment()
    }

    /// Seconds until a key's certificate or an SP's metadata ends; negative when it has ended.
    static func expiry(of subject: ExpiryWarning.Subject, seconds: Int64) {
        switch subject {
        case .key(let name):
            Gauge(label: "drawbridge_key_expiry_seconds", dimensions: [("key", name)]).record(seconds)
        case .metadata(let entity):
            Gauge(label: "drawbridge_metadata_expiry_seconds", dimensions: [("sp", entity)]).record(seconds)
        }
    }

    static func answered(_ record: IssuanceRecord) {
        let dimensions = [("sp", record.serviceProvider), ("decision", record.decision)]
        Counter(label: "drawbridge_responses_total", dimensions: dimensions).increment()
    }
}
