public import SAML
public import XMLSecurity

extension SimulatedHuaweiCloud {
    /// Judges a response to one request, as strictly as the specification has it.
    /// - Parameters:
    ///   - xml: the response.
    ///   - requestID: the request that it must answer.
    ///   - registration: the platform; the only one when `nil`.
    ///   - now: the time.
    /// - Returns: what it says, or the first refusal.
    public func judge(
        _ xml: [UInt8],
        answering requestID: String,
        from registration: Registration? = nil,
        at now: Instant
    ) -> Result<ValidatedResponse, Refusal> {
        guard let registration = registration ?? registrations.all.first else {
            return .failure(Refusal(.issuerUnknown, expected: "IDP metadata that was uploaded"))
        }
        return ResponseValidator(
            ResponseExpectations(
                identityProvider: registration.identityProvider.entityID,
                keys: registration.keys,
                serviceProvider: entityID,
                assertionConsumerService: assertionConsumerService,
                requestID: requestID
            )
        ).validate(xml, at: now)
    }

    /// The SHA-256 fingerprint of the certificate that signs the requests.
    public var keyFingerprint: String { keys.current.id }

    /// The SHA-256 fingerprint of the certificate in the metadata that was uploaded.
    public var identityProviderFingerprint: String { registrations.all.first?.certificate.fingerprint ?? "-" }
}
