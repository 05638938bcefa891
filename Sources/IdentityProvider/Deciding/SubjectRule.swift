import SAML

/// An answer must be about the subject that the request names (saml-core 3.3.4, 3.4.1.4).
///
/// No name that an SP can know matches a transient one, which is fresh each time.
enum SubjectRule {
    static func judge(_ request: AuthnRequest, _ nameID: NameID) throws(Refusal) {
        guard let subject = request.subject, !nameID.matches(subject) else { return }
        throw Refusal(
            .subjectMismatch,
            xpath: "/samlp:AuthnRequest/saml:Subject/saml:NameID",
            expected: "no saml:Subject, or the customer who is signed in",
            found: subject.format ?? NameIDFormat.unspecified
        )
    }
}
