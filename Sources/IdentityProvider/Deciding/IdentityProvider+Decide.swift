import HuaweiCloud
public import Onboarding
import SAML
public import XMLSecurity

extension IdentityProvider {
    /// Decides on an accepted request.
    ///
    /// A refusal here becomes a signed error response.
    /// - Parameters:
    ///   - accepted: the request, its id consumed.
    ///   - session: who is signed in in this browser, if anybody, and not expired.
    ///   - admission: who may take part now.
    ///   - now: the time.
    /// - Returns: sign in first, or an answer.
    public func decide(
        _ accepted: AcceptedRequest,
        session: Session?,
        admission: Admission,
        at now: Instant
    ) -> Decision {
        // The SP was known when the request was accepted; while it waited its metadata may have been removed.
        guard let serviceProvider = federation.serviceProvider(accepted.serviceProvider) else {
            return .abandon(Refusal(.issuerUnknown, found: accepted.serviceProvider))
        }
        let kind: Answer.Kind
        do {
            try NameIDPolicyRule.judge(accepted.request, serviceProvider)
            try admit(accepted, admission, account: nil, at: now)
            guard let session = try signedIn(session, accepted) else { return .signIn }
            let nameID = try nameID(of: session, serviceProvider)
            try SubjectRule.judge(accepted.request, nameID)
            try AuthnContextRule.judge(accepted.request, session, serviceProvider.settings)
            try judge(session.customer, serviceProvider, at: accepted.assertionConsumerService)
            try admit(accepted, admission, account: session.customer.xAccountID, at: now)
            kind = .assert(session, nameID)
        } catch {
            kind = .refuse(error)
        }
        return .answer(Answer(kind: kind, delivery: Delivery(of: accepted), serviceProvider: serviceProvider))
    }

    private func admit(
        _ accepted: AcceptedRequest,
        _ admission: Admission,
        account: String?,
        at now: Instant
    ) throws(Refusal) {
        let question = WhitelistQuestion(
            serviceProvider: accepted.serviceProvider,
            assertionConsumerService: accepted.assertionConsumerService,
            account: account,
            at: now
        )
        if let refusal = admission.refusal(question) { throw refusal }
    }

    // saml-core 3.4.1: ForceAuthn wants a sign-in made for this request; IsPassive forbids any page, and wins.
    private func signedIn(_ session: Session?, _ accepted: AcceptedRequest) throws(Refusal) -> Session? {
        let request = accepted.request
        if let session, !request.forceAuthn { return session }
        // A session that began before the request was not made for it, however short a while ago.
        guard let session, session.createdAt >= accepted.receivedAt else {
            guard !request.isPassive else {
                throw Refusal(.passiveWithoutSession, xpath: "/samlp:AuthnRequest/@IsPassive")
            }
            return nil
        }
        // The portal was asked for this very request. When it reports an older sign-in, asking again would not end.
        let earliest = accepted.receivedAt.adding(seconds: -settings.skew)
        guard session.authnInstant >= earliest else {
            throw Refusal(
                .forceAuthnStale,
                xpath: "/samlp:AuthnRequest/@ForceAuthn",
                expected: "a sign-in after \(earliest.xsDateTime)",
                found: session.authnInstant.xsDateTime
            )
        }
        return session
    }
}
