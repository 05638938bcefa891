import IdentityProvider
import Logging
import SAML

/// Writes a refusal to the trail before its page is shown, so that the reference id on the page always finds it.
///
/// The sign-ons that succeed wait for nothing here; refusals of one moment share a transaction with them.
struct RefusalRecord: Sendable {
    let services: Services
    let reference: String

    func append(_ refusal: Refusal, _ subject: RefusalSubject) async {
        let now = services.clock.now
        guard let omitted = services.refusalBudget.spend(at: now) else { return }
        var entry = TrailEntry(at: now, kind: subject.kind)
        entry.reference = reference
        entry.code = refusal.code.id
        entry.refusalClass = refusal.code.refusalClass.rawValue
        entry.serviceProvider = subject.serviceProvider
        entry.portal = subject.portal
        entry.account = subject.account.map { services.accountHash.hash($0) }
        entry.omitted = omitted == 0 ? nil : omitted
        do {
            try await services.stores.trail.append(entry)
        } catch {
            // The refusal stands all the same: nothing was let through, and the log has it.
            services.logger.error(
                "refusal not in the trail",
                metadata: ["error": .string("\(error)")]
            )
        }
    }
}
