import IdentityProvider
import Metrics
import Onboarding
import SAML

/// What is counted, and by which labels.
enum Telemetry {
    static func requested(_ route: String, method: String, status: Int) {
        count(.requests, [("route", route), ("method", method), ("status", "\(status)")])
    }

    static func refused(_ refusal: Refusal) {
        TapNote.current?.refused(refusal)
        count(.refusals, [("code", refusal.code.id)])
    }

    static func loggedIn() {
        count(.logins, [])
    }

    static func notified(_ outcome: AssociationOutcome) {
        TapNote.current?.notified(outcome)
        count(.notifications, [("outcome", outcome.rawValue)])
    }

    static func reloaded(_ result: String) {
        count(.reloads, [("result", result)])
    }

    static func turnedAway(_ limit: String) {
        count(.turnedAway, [("limit", limit)])
    }

    static func delivered(_ result: String) {
        count(.webhooks, [("result", result)])
    }

    static func answered(_ record: IssuanceRecord) {
        count(.responses, [("sp", record.serviceProvider), ("decision", record.decision)])
    }

    /// Measures the writing and signing of a Response.
    static func signing<Value>(_ work: () throws -> Value) rethrows -> Value {
        let start = ContinuousClock.now
        let value = try work()
        Timer(label: MetricName.signing.rawValue).record(duration: ContinuousClock.now - start)
        return value
    }

    private static func count(_ name: MetricName, _ labels: [(String, String)]) {
        Counter(label: name.rawValue, dimensions: labels).increment()
    }
}
