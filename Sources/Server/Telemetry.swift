import IdentityProvider
import Metrics
import SAML

/// All metric names.
enum Telemetry {
    static func refused(_ refusal: Refusal) {
        Counter(label: "drawbridge_refusals_total", dimensions: [("code", refusal.code.id)]).increment()
    }

    static func answered(_ record: IssuanceRecord) {
        let dimensions = [("sp", record.serviceProvider), ("decision", record.decision)]
        Counter(label: "drawbridge_responses_total", dimensions: dimensions).increment()
    }
}
