import SAML
import XMLSecurity

extension SimulatedHuaweiCloud {
    /// A request on its way to the identity provider.
    struct SignOnRequest: Sendable {
        let url: String
        let id: String
        let relayState: String?
    }

    /// A signed request as the real one sends it (huawei-cloud.md 3.3), with escapes in lower case.
    func signOnRequest(to registration: Registration, _ faults: Faults) throws -> SignOnRequest {
        let endpoint = registration.singleSignOnService
        guard endpoint.binding == Binding.httpRedirect.rawValue else {
            throw Refusal(.metadataSingleSignOn, expected: Binding.httpRedirect.rawValue, found: endpoint.binding)
        }
        let request = message(to: endpoint, faults)
        var writer = CanonicalWriter()
        request.write(to: &writer)
        let state = relayState(faults)
        let query = SignedQuery(parameter: .request, relayState: state, key: try keys.key(faults), faults: faults)
        let url = endpoint.location
        return SignOnRequest(
            url: url + (url.contains("?") ? "&" : "?") + (try query.text(writer.finish())),
            id: request.id,
            relayState: state
        )
    }

    private func message(to endpoint: Endpoint, _ faults: Faults) -> AuthnRequest {
        let issuer = faults.contains(.changedEntityID) ? loginOrigin + "/changed/" : entityID
        let acs = faults.contains(.otherACS) ? loginOrigin + "/authui/saml/OtherConsumer" : assertionConsumerService
        return AuthnRequest(
            id: MessageID.fresh(from: randomness),
            issueInstant: now(faults),
            issuer: issuer,
            destination: endpoint.location,
            assertionConsumerServiceURL: acs,
            nameIDPolicy: NameIDPolicy(format: NameIDFormat.transient, spNameQualifier: issuer, allowCreate: true)
        )
    }

    private func relayState(_ faults: Faults) -> String? {
        if faults.contains(.missingRelayState) { return nil }
        return faults.contains(.longRelayState) ? Hexadecimal.encode(randomness.bytes(1024)) : opaqueID()
    }
}
