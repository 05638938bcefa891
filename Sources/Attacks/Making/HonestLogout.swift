import SAML
import XMLSecurity

extension AttackMaterial {
    /// Where logout messages go.
    public var singleLogoutURL: String { singleSignOnURL + "/logout" }

    /// An honest LogoutRequest with the parts given; times are in seconds from the material's instant.
    func logoutRequest(
        issuer: String? = nil,
        destination: String? = nil,
        end: Int64 = 60,
        subject: String = honestSubject
    ) -> LogoutRequest {
        LogoutRequest(
            id: "_logout",
            issueInstant: instant,
            issuer: issuer ?? serviceProvider,
            destination: destination ?? singleLogoutURL,
            notOnOrAfter: instant.adding(seconds: end),
            nameID: NameID(value: subject, format: NameIDFormat.transient),
            sessionIndexes: ["_session"]
        )
    }

    /// The query that carries it, signed by the SP unless another key or none is given.
    func logoutQuery(_ request: LogoutRequest? = nil, signedBy key: SigningKey?) throws -> String {
        var writer = CanonicalWriter()
        try (request ?? logoutRequest()).write(to: &writer, signedBy: nil)
        return try HTTPRedirectBinding.query(writer.finish(), as: .request, relayState: nil, signedBy: key)
    }

    /// The valid message.
    func logoutQuery() throws -> String { try logoutQuery(signedBy: signer) }
}
