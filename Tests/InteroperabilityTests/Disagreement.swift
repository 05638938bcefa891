/// A document on which a peer's verdict is not ours: who is right, and why.
struct Disagreement: Sendable {
    struct Key: Hashable, Sendable {
        let peer: String
        let document: String
    }

    /// Who is right by the letter of the specification.
    enum Right: Sendable {
        /// We are, and the peer is not.
        case we
        /// The specification leaves it open, and we refuse: a profile, a limit or the rule of two readings.
        case stricter
    }

    let key: Key
    /// What the peer does with it.
    let accepts: Bool
    let right: Right
    /// Why, with the section that decides.
    let reason: String

    static let known: [Disagreement] =
        both(
            .we,
            "SHA-1 is broken for signatures (saml2int SDP-ALG01, RFC 9231)",
            "SHA-1 as the digest",
            "SHA-1 as the method"
        )
        + both(
            .we,
            "saml-bindings 3.5.5.2: a signed message by POST names its Destination",
            "no Destination of a signed response"
        )
        + both(.we, "saml-core 2.3.3: Version is 2.0", "Version 1.1 of the assertion")
        + both(
            .we,
            "saml-profiles 4.1.4.2: no NotBefore, and NotOnOrAfter must be there",
            "a confirmation with NotBefore",
            "a confirmation without NotOnOrAfter"
        )
        + both(.we, "saml-core 2.7.3.1.1: a null value is empty", "a null value with content")
        + both(
            .we,
            "saml-core 8.3.2, 8.3.7, 8.3.8: the format's own rules",
            "a persistent name of another SP",
            "a transient name of 257 characters",
            "an e-mail address that is none"
        )
        + both(.we, "saml-core 1.3.4: an ID is an NCName", "an ID that begins with a digit")
        + both(
            .we,
            "saml-profiles 4.1.4.2: AudienceRestriction with the SP must be there",
            "no Conditions",
            "no audience"
        )
        + both(.we, "saml-core 2.5.1.4: every restriction must hold", "one of two AudienceRestrictions wrong")
        + both(
            .stricter,
            "a time that has not come is a wrong clock or a forged message",
            "a response from the future",
            "a sign-in in the future"
        )
        + both(
            .stricter,
            "of two attributes with one name, readers take the first, the last or both",
            "an attribute twice"
        )
        + both(
            .stricter,
            "ParserLimits.message: nobody needs it, and it costs memory before the sender is known",
            "an attribute value of 1 MB"
        )
        + both(
            .we,
            accepts: false,
            "saml-core 2.4.1: any one confirmation that holds suffices",
            "a confirmation of another method beside the bearer's",
            "a second bearer confirmation, for somebody else"
        )
        + pysaml2(
            .we,
            "saml-profiles 4.1.4.3: Recipient equals the ACS; pysaml2 compares nothing",
            "a Recipient in other letters",
            "a Recipient that is only a prefix"
        )
        + pysaml2(
            .we,
            "saml-profiles 4.1.4.2, saml-core 1.3.1: Issuer is the entity id, compared letter by letter",
            "an issuer of another format",
            "an issuer with spaces around it",
            "another issuer of the response"
        )
        + both(.we, "saml-core 1.3.1: a string has at least one character that is no white space", "a name of spaces")
        + pysaml2(
            .we,
            "saml-core 2.4.1, saml-profiles 4.1.4.2: one name, not empty",
            "an empty name",
            "no name",
            "two names"
        )
        + pysaml2(.we, "saml-schema-protocol: Status must be there", "no status")
        + lasso(
            .we,
            "saml-core 2.5.1: at most one OneTimeUse; an unknown condition makes the assertion unusable",
            "OneTimeUse twice",
            "a condition that nobody knows"
        )
        + lasso(.we, "saml-core 3.2.2: Version is 2.0", "Version 2.1 of the response")
        + lasso(
            .we,
            "saml-profiles 4.1.4.3: Lasso leaves the confirmation's end to its caller",
            "a confirmation that is over"
        )
        + lasso(.we, "saml-core 2.7.2: Lasso leaves the session's end to its caller", "a session that is over")
        + lasso(
            .we,
            "saml-schema: what the schema wants must be there and be of its type",
            "a response without ID",
            "a time that does not exist",
            "an assertion without ID",
            "an assertion without IssueInstant",
            "an attribute without name",
            "an empty AudienceRestriction"
        )
        + lasso(
            .we,
            "saml-profiles 4.1.4.2: a bearer confirmation and an AuthnStatement must be there",
            "no AuthnStatement",
            "no bearer confirmation"
        )
        + lasso(
            .stricter,
            "saml2int SDP-IDP10: one assertion with one AuthnStatement, and none hidden in it",
            "an assertion inside Advice",
            "two AuthnStatements"
        )
        + lasso(
            .stricter,
            "saml-core 5.4.3 says SHOULD of exclusive C14N; with inclusive C14N a signed part changes its meaning when it is moved",
            "inclusive C14N"
        )
        + lasso(.we, accepts: false, "Lasso 2.8 takes RSA and DSA only", "ecdsa-sha256", "ecdsa-sha384", "ecdsa-sha512")
        + lasso(
            .we,
            accepts: false,
            "saml-core 5.4.3 names exclusive C14N with comments, too",
            "exclusive C14N with comments"
        )
        + lasso(
            .we,
            accepts: false,
            "saml-profiles 4.1.4.2: Issuer may be left out of a response that is not signed itself",
            "no Issuer in a response that is not signed itself"
        )

    /// The row of `Documentation/interoperability.md`.
    var row: String {
        let who = right == .we ? "Drawbridge" : "Drawbridge is stricter"
        return "| \(key.document) | \(key.peer) | \(accepts ? "accepted" : "refused") | \(who) | \(reason) |"
    }

    private static func both(_ right: Right, accepts: Bool = true, _ reason: String, _ documents: String...) -> [Self] {
        ["Lasso", "pysaml2"].flatMap { make($0, right, accepts, reason, documents) }
    }

    private static func lasso(_ right: Right, accepts: Bool = true, _ reason: String, _ documents: String...) -> [Self]
    {
        make("Lasso", right, accepts, reason, documents)
    }

    private static func pysaml2(_ right: Right, accepts: Bool = true, _ reason: String, _ documents: String...)
        -> [Self]
    {
        make("pysaml2", right, accepts, reason, documents)
    }

    private static func make(
        _ peer: String,
        _ right: Right,
        _ accepts: Bool,
        _ reason: String,
        _ documents: [String]
    ) -> [Self] {
        documents.map {
            Disagreement(key: Key(peer: peer, document: $0), accepts: accepts, right: right, reason: reason)
        }
    }
}
