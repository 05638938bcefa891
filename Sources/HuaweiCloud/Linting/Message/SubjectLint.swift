import SAML
import XMLSecurity

/// Rules 42 and 43: whom the assertion is about.
enum SubjectLint {
    static func findings(_ assertion: XMLElement, _ context: MessageLintContext) -> [LintFinding] {
        guard let subject = assertion.first("Subject") else {
            return [LintFinding(.messageNameID, at: assertion, expected: "saml:Subject")]
        }
        return nameID(subject, context) + confirmation(subject, context)
    }

    private static func nameID(_ subject: XMLElement, _ context: MessageLintContext) -> [LintFinding] {
        guard let nameID = subject.first("NameID"), !nameID.text.isEmpty else {
            return [LintFinding(.messageNameID, at: subject, expected: "saml:NameID")]
        }
        var findings = nameID.difference(.messageNameID, "Format", from: NameIDFormat.transient)
        let qualifiers = [nameID.attribute("SPNameQualifier"), nameID.attribute("NameQualifier")]
        if !qualifiers.contains(context.serviceProvider) {
            let found = qualifiers.compactMap { $0 }.joined(separator: ", ")
            let expected = "SPNameQualifier " + context.serviceProvider
            findings.append(LintFinding(.messageNameID, at: nameID, expected: expected, found: found))
        }
        return findings
    }

    private static func confirmation(_ subject: XMLElement, _ context: MessageLintContext) -> [LintFinding] {
        let all = subject.all("SubjectConfirmation")
        guard all.count == 1, let data = all[0].first("SubjectConfirmationData") else {
            let expected = "1 saml:SubjectConfirmation with its data"
            return [LintFinding(.messageConfirmation, at: subject, expected: expected, found: "\(all.count)")]
        }
        var findings = all[0].difference(.messageConfirmation, "Method", from: SubjectConfirmation.bearer)
        findings += data.difference(.messageConfirmation, "Recipient", from: context.assertionConsumerService)
        findings += EnvelopeLint.inResponseTo(data, context)
        if let found = data.attribute("NotBefore") {
            findings.append(LintFinding(.messageConfirmation, at: data, expected: "no NotBefore", found: found))
        }
        let end = data.attribute("NotOnOrAfter")
        if end.flatMap({ Instant(xsDateTime: $0) }).map({ $0 <= context.time }) ?? true {
            let expected = "NotOnOrAfter behind \(context.time.xsDateTime)"
            findings.append(LintFinding(.messageConfirmation, at: data, expected: expected, found: end ?? "nothing"))
        }
        return findings
    }
}
