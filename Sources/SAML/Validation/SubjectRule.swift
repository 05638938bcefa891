import XMLSecurity

/// One bearer confirmation must hold in all its parts (saml-profiles 4.1.4.2, 4.1.4.3).
enum SubjectRule {
    static func judge(_ subject: Subject?, _ expectations: ResponseExpectations, at now: Instant) throws(Refusal) {
        // saml-core 1.3.1: a string has at least one character that is not white space.
        guard let subject, subject.nameID?.value.contains(where: { !$0.isWhitespace }) == true else {
            throw Refusal(.schemaElement, xpath: AssertionPath.subject, expected: "saml:Subject with saml:NameID")
        }
        var first: Refusal?
        for bearer in subject.confirmations where bearer.method == SubjectConfirmation.bearer {
            do {
                try judge(bearer, expectations, at: now)
                return
            } catch {
                first = first ?? error
            }
        }
        throw first
            ?? Refusal(.subjectConfirmation, xpath: AssertionPath.subject, expected: SubjectConfirmation.bearer)
    }

    private static func judge(
        _ bearer: SubjectConfirmation,
        _ expectations: ResponseExpectations,
        at now: Instant
    ) throws(Refusal) {
        let path = AssertionPath.confirmationData
        guard bearer.recipient == expectations.assertionConsumerService else {
            throw Refusal(
                .recipientMismatch,
                xpath: path,
                expected: expectations.assertionConsumerService,
                found: bearer.recipient ?? "no Recipient"
            )
        }
        if let notBefore = bearer.notBefore {
            throw Refusal(.subjectConfirmation, xpath: path, expected: "no NotBefore", found: notBefore.xsDateTime)
        }
        guard let end = bearer.notOnOrAfter else { throw Refusal(.timeMissing, xpath: path, expected: "NotOnOrAfter") }
        guard now < end.adding(seconds: expectations.skew) else {
            throw Refusal(.timeExpired, xpath: path, expected: "before \(end.xsDateTime)", found: now.xsDateTime)
        }
        try ResponseToRule.judge(bearer.inResponseTo, expectations, xpath: path)
    }
}
