import HuaweiCloud
import IdentityProvider
import Logging
import Onboarding
import XMLSecurity

/// Decides whether a hand-off is a first login, and records it, so that a bind that follows finds its account.
struct FirstLoginDesk: Sendable {
    let services: Services
    let exchange: Exchange

    /// The customer with `firstLogin` decided; `nil` in it when nobody knows.
    func judge(_ customer: Customer, at now: Instant) async throws -> Customer {
        guard let huawei = services.identityProvider.settings.huawei else { return customer }
        let state = try await services.stores.associations.association(customer.xAccountID)?.state ?? .unknown
        let firstLogin = FirstLogin(
            claim: customer.firstLogin,
            state: state,
            whenUnknown: huawei.firstLoginWhenUnknown
        )
        if firstLogin?.isContradicted == true {
            services.logger.warning(
                "first_login contradicts the association; the portal wins",
                metadata: [
                    "portal": .string(customer.portal),
                    "state": .string(state.rawValue),
                ]
            )
        }
        return customer.coming(firstLogin: firstLogin?.value)
    }

    /// Records the hand-off of a customer that ``judge(_:at:)`` gave.
    func record(_ customer: Customer, at now: Instant) async throws {
        guard services.identityProvider.settings.huawei != nil else { return }
        let handOff = RecordedHandOff(
            portal: customer.portal,
            user: customer.xUserID,
            account: customer.xAccountID
        )
        try await services.stores.associations.record(handOff, isFirstLogin: customer.firstLogin ?? false, at: now)
    }
}
