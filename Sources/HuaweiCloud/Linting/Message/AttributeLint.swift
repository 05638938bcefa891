import SAML
import XMLSecurity

/// Rules 47 to 54: the attributes.
enum AttributeLint {
    private static let mandatory = ["xUserId", "xAccountId", "bpId"]
    private static let optional = ["name", "email", "mobile"]

    static func findings(_ assertion: XMLElement) -> [LintFinding] {
        let attributes = assertion.all("AttributeStatement").flatMap { $0.all("Attribute") }
        return names(attributes, assertion) + attributes.flatMap(form) + attributes.compactMap(value)
    }

    private static func names(_ attributes: [XMLElement], _ assertion: XMLElement) -> [LintFinding] {
        let sent = attributes.map { $0.attribute("Name") ?? "" }
        var findings = mandatory.filter { !sent.contains($0) }.map { name in
            let other = sent.first { $0.lowercased() == name.lowercased() }
            return LintFinding(.messageAttributeNames, at: assertion, expected: name, found: other ?? "nothing")
        }
        for (attribute, name) in zip(attributes, sent) where !(mandatory + optional).contains(name) {
            let near = (mandatory + optional).first { $0.lowercased() == name.lowercased() }
            guard near == nil || !mandatory.contains(near ?? "") else { continue }
            // HUAWEI CLOUD ignores what it does not know; only a name that is nearly one of its own is an error.
            findings.append(
                LintFinding(
                    .messageAttributeNames,
                    at: attribute,
                    level: near == nil ? .note : .error,
                    expected: near ?? (mandatory + optional).joined(separator: ", "),
                    found: name
                )
            )
        }
        return findings
    }

    private static func form(_ attribute: XMLElement) -> [LintFinding] {
        let values = attribute.all("AttributeValue")
        let format = attribute.attribute("NameFormat")
        var findings: [LintFinding] = []
        if let format, format != Attribute.uriFormat {
            let expected = Attribute.uriFormat
            findings.append(LintFinding(.messageAttributeForm, at: attribute, expected: expected, found: format))
        }
        if values.count != 1 || !values[0].children.isEmpty {
            let expected = "1 saml:AttributeValue of text"
            findings.append(
                LintFinding(.messageAttributeForm, at: attribute, expected: expected, found: "\(values.count)")
            )
        }
        return findings
    }

    private static func value(_ attribute: XMLElement) -> LintFinding? {
        let text = attribute.first("AttributeValue")?.text ?? ""
        let longest = IdentifierRule.longestAccount
        let judged: (rule: LintRule, holds: Bool)? =
            switch attribute.attribute("Name") {
            case "xUserId": (.messageUserID, IdentifierRule.holds(text, longest: longest))
            case "xAccountId": (.messageAccountID, IdentifierRule.holds(text, longest: longest))
            case "bpId": (.messagePartnerID, text.utf8.count == 32 && text.allSatisfy { $0.isASCII && $0.isHexDigit })
            case "name": (.messageAccountName, AccountName.holds(text))
            case "email": (.messageEmail, EmailRule.holds(text))
            case "mobile": (.messageMobile, isMobile(text))
            default: nil
            }
        guard let judged, !judged.holds else { return nil }
        // The value is personal: only how long it is gets told.
        let found = "\(text.unicodeScalars.count) characters"
        return LintFinding(judged.rule, at: attribute, expected: judged.rule.hint.en, found: found)
    }

    // huawei-cloud.md 3.5: country code, hyphen, number, digits on both sides, at most 32 in all.
    private static func isMobile(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 2 && text.utf8.count <= 32
            && parts.allSatisfy { part in !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }
}
