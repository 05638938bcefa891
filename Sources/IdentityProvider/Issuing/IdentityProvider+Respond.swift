import SAML
public import XMLSecurity

extension IdentityProvider {
    /// Makes the response that an answer decided on, and signs it.
    /// - Parameters:
    ///   - answer: the decision.
    ///   - now: the time.
    /// - Returns: what is sent to the SP.
    /// - Throws: ``KeyError`` when OpenSSL cannot sign; ``XMLError`` when a value cannot stand in XML.
    public func respond(_ answer: Answer, at now: Instant) throws -> SignedResponse {
        let released = attributes(answer)
        let assertion = makeAssertion(answer, attributes: released.attributes, at: now)
        let response = Response(
            id: MessageID.fresh(from: randomness),
            issueInstant: now,
            issuer: settings.entityID,
            destination: answer.delivery.assertionConsumerService,
            inResponseTo: answer.delivery.inResponseTo,
            status: answer.refusal.map(Status.init(refusing:)) ?? .success,
            assertion: assertion
        )
        let signingKey = try self.signingKey(for: answer.serviceProvider)
        let xml = try response.document(
            signedBy: signingKey,
            signing: answer.serviceProvider.settings.signing,
            encryptedTo: try receiver(of: answer)
        )
        return SignedResponse(
            xml: xml,
            assertionConsumerService: answer.delivery.assertionConsumerService,
            relayState: answer.delivery.relayState,
            record: record(of: response, answer, signingKey, digest: WrittenDigest.last(in: xml)),
            participant: assertion.flatMap { participant(in: $0, answer) },
            warnings: released.warnings
        )
    }

    private func signingKey(for serviceProvider: ServiceProvider) throws -> SigningKey {
        guard let algorithm = serviceProvider.settings.algorithm, algorithm != signingKey.algorithm else {
            return signingKey
        }
        return try SigningKey(
            privateKey: signingKey.privateKey,
            certificate: signingKey.certificate,
            algorithm: algorithm
        )
    }

    // An assertion that was to be encrypted is never sent in clear.
    private func receiver(of answer: Answer) throws -> PublicKey? {
        guard answer.serviceProvider.settings.isEncrypted else { return nil }
        guard let key = answer.serviceProvider.encryptionKey else {
            throw MissingEncryptionKey(serviceProvider: answer.serviceProvider.entityID)
        }
        return key
    }

    private func makeAssertion(_ answer: Answer, attributes: [Attribute], at now: Instant) -> Assertion? {
        guard case .assert(let session, let nameID) = answer.kind else { return nil }
        let serviceProvider = answer.serviceProvider.entityID
        let own = answer.serviceProvider.settings
        let end = now.adding(seconds: own.assertionLifetime ?? settings.assertionLifetime)
        return Assertion(
            id: MessageID.fresh(from: randomness),
            issueInstant: now,
            issuer: settings.entityID,
            subject: Subject(
                nameID: nameID,
                confirmations: [
                    SubjectConfirmation(
                        recipient: answer.delivery.assertionConsumerService,
                        notOnOrAfter: end,
                        inResponseTo: answer.delivery.inResponseTo
                    )
                ]
            ),
            conditions: Conditions(
                notBefore: now.adding(seconds: -settings.notBeforeMargin),
                notOnOrAfter: end,
                audience: serviceProvider
            ),
            authnStatement: AuthnStatement(
                authnInstant: session.authnInstant,
                sessionIndex: MessageID.fresh(from: randomness),
                sessionNotOnOrAfter: now.adding(seconds: own.session ?? settings.serviceProviderSession),
                authnContextClassRef: AuthnContextRule.authnContextClass(of: session, for: own)
            ),
            attributes: attributes
        )
    }

    private func participant(in assertion: Assertion, _ answer: Answer) -> Participant? {
        guard let nameID = assertion.subject?.nameID, let statement = assertion.authnStatements.first,
            let index = statement.sessionIndex, let end = statement.sessionNotOnOrAfter
        else { return nil }
        return Participant(
            serviceProvider: answer.serviceProvider.entityID,
            nameID: nameID,
            sessionIndex: index,
            until: end
        )
    }

    private func record(
        of response: Response,
        _ answer: Answer,
        _ signingKey: SigningKey,
        digest: String?
    ) -> IssuanceRecord {
        var customer: Customer?
        if case .assert(let session, _) = answer.kind { customer = session.customer }
        let isHuawei = answer.serviceProvider.settings.attributes == .huaweiCloud
        return IssuanceRecord(
            at: response.issueInstant,
            serviceProvider: answer.serviceProvider.entityID,
            requestID: answer.delivery.inResponseTo,
            responseID: response.id,
            assertionID: response.assertion?.id,
            xAccountID: customer?.xAccountID,
            keyID: signingKey.id,
            algorithm: signingKey.algorithm.rawValue,
            digest: digest,
            decision: answer.refusal?.code.id ?? "asserted",
            isFirstLogin: isHuawei ? customer?.firstLogin : nil
        )
    }
}
