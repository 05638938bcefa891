/// Where the parts of an assertion stand, for refusals that are judged on values read from the signed octets.
enum AssertionPath {
    static let assertion = "/samlp:Response/saml:Assertion"
    static let issuer = assertion + "/saml:Issuer"
    static let subject = assertion + "/saml:Subject"
    static let confirmationData = subject + "/saml:SubjectConfirmation/saml:SubjectConfirmationData"
    static let conditions = assertion + "/saml:Conditions"
    static let audience = conditions + "/saml:AudienceRestriction/saml:Audience"
    static let authnStatement = assertion + "/saml:AuthnStatement"
}
