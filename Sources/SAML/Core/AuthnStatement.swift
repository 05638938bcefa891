public import XMLSecurity

/// How and when the subject signed in (saml-core 2.7.2).
public struct AuthnStatement: Hashable, Sendable {
    /// When.
    public let authnInstant: Instant
    /// The session, by which a logout names it.
    public let sessionIndex: String?
    /// When the session ends at the latest.
    public let sessionNotOnOrAfter: Instant?
    /// How, as a class of saml-authn-context.
    public let authnContextClassRef: String?

    /// Makes a statement.
    public init(
        authnInstant: Instant,
        sessionIndex: String,
        sessionNotOnOrAfter: Instant?,
        authnContextClassRef: String
    ) {
        self.authnInstant = authnInstant
        self.sessionIndex = sessionIndex
        self.sessionNotOnOrAfter = sessionNotOnOrAfter
        self.authnContextClassRef = authnContextClassRef
    }

    init(decoding element: XMLElement) throws(Refusal) {
        authnInstant = try element.requiredInstant("AuthnInstant")
        sessionIndex = element.attribute("SessionIndex")
        sessionNotOnOrAfter = try element.instant("SessionNotOnOrAfter")
        authnContextClassRef = try element.required(child: SAMLA.authnContext).child(SAMLA.authnContextClassRef)?.text
    }

    func write(to writer: inout CanonicalWriter) {
        var attributes = [XMLAttribute("AuthnInstant", authnInstant.xsDateTime)]
        if let sessionIndex { attributes.append(XMLAttribute("SessionIndex", sessionIndex)) }
        if let end = sessionNotOnOrAfter { attributes.append(XMLAttribute("SessionNotOnOrAfter", end.xsDateTime)) }
        writer.element(SAMLA.written(SAMLA.authnStatement), attributes) { writer in
            writer.element(SAMLA.written(SAMLA.authnContext)) { writer in
                guard let authnContextClassRef else { return }
                writer.element(SAMLA.written(SAMLA.authnContextClassRef), text: authnContextClassRef)
            }
        }
    }
}
