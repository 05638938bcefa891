public import IdentityProvider
import Onboarding
import XMLSecurity

extension AssociationReception.Received {
    /// What the trail keeps of it: that HUAWEI CLOUD bound an account, and which certificate said so; `nil` for what changed
    /// nothing, which anybody may send again and again.
    ///
    /// The time is that of the notification, also when it is judged later.
    /// - Parameters:
    ///   - reference: the reference id of the exchange.
    ///   - accounts: hides the account.
    /// - Returns: the entry.
    public func trailEntry(reference: String, _ accounts: AccountHash) -> TrailEntry? {
        guard judgement.outcome == .applied, let association = judgement.association else { return nil }
        var entry = TrailEntry(at: association.since, kind: .notificationTaken)
        entry.reference = reference
        entry.serviceProvider = serviceProvider
        entry.account = accounts.hash(association.account)
        entry.subject = certificate
        entry.action = association.state.rawValue
        return entry
    }
}
