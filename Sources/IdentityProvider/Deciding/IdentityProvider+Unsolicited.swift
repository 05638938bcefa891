public import Onboarding
public import SAML
public import XMLSecurity

extension IdentityProvider {
    /// Decides on a response that no SP asked for (saml-profiles 4.1.5).
    ///
    /// A refusal ends on our own page: an SP that did not ask is not told of one.
    /// - Parameters:
    ///   - target: the SP that the portal named.
    ///   - session: who is signed in.
    ///   - admission: who may take part now.
    ///   - now: the time.
    /// - Returns: the answer, which is none that refuses; or the refusal.
    public func decide(
        unsolicited target: UnsolicitedTarget,
        session: Session,
        admission: Admission,
        at now: Instant
    ) -> Result<Answer, Refusal> {
        do {
            return .success(try answer(target, session, admission, at: now))
        } catch {
            return .failure(error)
        }
    }

    private func answer(
        _ target: UnsolicitedTarget,
        _ session: Session,
        _ admission: Admission,
        at now: Instant
    ) throws(Refusal) -> Answer {
        guard let serviceProvider = federation.serviceProvider(target.serviceProvider) else {
            throw Refusal(.issuerUnknown, xpath: "sp", found: target.serviceProvider)
        }
        guard serviceProvider.settings.isIdPInitiated else {
            throw Refusal(.sessionOnlyOnRequest, xpath: "sp", found: target.serviceProvider)
        }
        // Nobody asked for another address: the default one (saml-metadata 2.2.3).
        let service = try serviceProvider.descriptor.assertionConsumerService(url: nil, index: nil, binding: nil)
        let nameID = try nameID(of: session, serviceProvider)
        try judge(session.customer, serviceProvider, at: service.location)
        let question = WhitelistQuestion(
            serviceProvider: serviceProvider.entityID,
            assertionConsumerService: service.location,
            account: session.customer.xAccountID,
            at: now
        )
        if let refusal = admission.refusal(question) { throw refusal }
        return Answer(
            kind: .assert(session, nameID),
            delivery: Delivery(to: service.location, relayState: target.relayState, inResponseTo: nil),
            serviceProvider: serviceProvider
        )
    }
}
