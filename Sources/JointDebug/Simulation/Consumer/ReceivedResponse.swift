import HuaweiCloud
import SAML
import XMLSecurity

/// A response as it arrived, with the request that it says to answer.
struct ReceivedResponse: Sendable {
    let body: [UInt8]
    let decoded: DecodedMessage
    let sent: OutstandingRequests.Request
    let registration: Registration

    /// What the linter says of it, with everything known that it asks for.
    func findings(of simulation: SimulatedHuaweiCloud, at now: Instant) -> [LintFinding] {
        HuaweiMessageLinter(
            MessageLintContext(
                at: now,
                serviceProvider: simulation.entityID,
                assertionConsumerService: simulation.assertionConsumerService,
                identityProvider: registration.identityProvider,
                requestID: sent.id,
                relayState: sent.relayState
            )
        ).findings(in: decoded.xml, form: body)
    }

    /// Judges everything that the response alone can say.
    func arrival(at simulation: SimulatedHuaweiCloud, _ now: Instant) throws -> (Arrival, assertionID: String) {
        guard decoded.relayState?.value == sent.relayState else {
            throw Refusal(
                .responseToMismatch,
                xpath: "RelayState",
                expected: sent.relayState ?? "no RelayState",
                found: decoded.relayState?.value ?? "no RelayState"
            )
        }
        let assertion = try simulation.judge(decoded.xml, answering: sent.id, from: registration, at: now).get()
            .assertion
        return (try arrival(assertion, now), assertion.id)
    }

    private func arrival(_ assertion: Assertion, _ now: Instant) throws(Refusal) -> Arrival {
        let value = { (name: String) in assertion.attributes.first { $0.name == name }?.values.first ?? "" }
        try AttributeContract.judge(user: value("xUserId"), account: value("xAccountId"))
        guard !value("bpId").isEmpty else {
            throw Refusal(.attributeMandatory, xpath: "bpId", expected: "the partner's HUAWEI CLOUD account id")
        }
        return Arrival(
            platformID: sent.platformID,
            requestID: sent.id,
            service: sent.service,
            user: value("xUserId"),
            account: value("xAccountId"),
            attributes: assertion.attributes,
            nameID: assertion.subject?.nameID,
            sessionIndex: assertion.authnStatements.first?.sessionIndex,
            at: now
        )
    }
}
