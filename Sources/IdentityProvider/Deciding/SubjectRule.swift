import SAML

/// An answer must be about the subject that the request names (saml-core 3.3.4, 3.4.1.4).
///
/// The identifiers issued are transient, so none that an SP can name matches one that would be issued now.
enum SubjectRule {
    static func judge(_ request: AuthnRequest) throws(Refusal) {
        guard let subject = request.subject else { return }
        throw Refusal(
            .subjectMismatch,
            xpath: "/samlp:AuthnRequest/saml:Subject/saml:NameID",
            expected: "no saml:Subject",
            found: subject.format ?? NameIDFormat.unspecified
        )
    }
}
