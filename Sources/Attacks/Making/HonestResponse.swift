import SAML
import XMLSecurity

/// A response whose parts an attack may choose before it is signed; times are in seconds from the material's instant.
struct HonestResponse {
    static let assertionID = "_assertion"
    static let responseID = "_response"

    let instant: Instant
    var issuer: String
    var assertionIssuer: String
    var destination: String
    var inResponseTo: String?
    var confirmedRequest: String?
    var recipient: String
    var audience: String
    var subject = AttackMaterial.honestSubject
    var attribute = "account-1"
    var confirmationEnd: Int64 = 300
    var conditionsStart: Int64 = -60
    var conditionsEnd: Int64 = 300
    var authnInstant: Int64 = -30
    var sessionEnd: Int64?
    var status = Status.success

    private var assertion: Assertion {
        Assertion(
            id: Self.assertionID,
            issueInstant: instant,
            issuer: assertionIssuer,
            subject: Subject(
                nameID: NameID(value: subject, format: NameIDFormat.transient),
                confirmations: [
                    SubjectConfirmation(
                        recipient: recipient,
                        notOnOrAfter: instant.adding(seconds: confirmationEnd),
                        inResponseTo: confirmedRequest
                    )
                ]
            ),
            conditions: Conditions(
                notBefore: instant.adding(seconds: conditionsStart),
                notOnOrAfter: instant.adding(seconds: conditionsEnd),
                audience: audience
            ),
            authnStatement: AuthnStatement(
                authnInstant: instant.adding(seconds: authnInstant),
                sessionIndex: "_session",
                sessionNotOnOrAfter: sessionEnd.map { instant.adding(seconds: $0) },
                authnContextClassRef: AuthnContextClass.unspecified
            ),
            attributes: [Attribute(name: "xAccountId", values: [attribute])]
        )
    }

    func document(_ key: SigningKey, _ signing: Response.Signing = .assertion) throws -> [UInt8] {
        try Response(
            id: Self.responseID,
            issueInstant: instant,
            issuer: issuer,
            destination: destination,
            inResponseTo: inResponseTo,
            status: status,
            assertion: assertion
        ).document(signedBy: key, signing: signing)
    }
}

extension AttackMaterial {
    /// A response that holds in every part, with the changes given.
    func response(_ change: (inout HonestResponse) -> Void = { _ in }) -> HonestResponse {
        var response = HonestResponse(
            instant: instant,
            issuer: identityProvider,
            assertionIssuer: identityProvider,
            destination: assertionConsumerService,
            inResponseTo: requestID,
            confirmedRequest: requestID,
            recipient: assertionConsumerService,
            audience: serviceProvider
        )
        change(&response)
        return response
    }
}
