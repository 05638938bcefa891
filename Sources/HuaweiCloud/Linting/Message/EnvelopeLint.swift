import SAML
import XMLSecurity

/// Rules 35, 41 and 46: what the response says of itself.
enum EnvelopeLint {
    /// A message that is looked at a minute after it was made was made by a wrong clock, or is being looked at later.
    private static let freshness: Int64 = 60

    static func findings(_ root: XMLElement, _ context: MessageLintContext) -> [LintFinding] {
        var findings = root.difference(.messageRoot, "Version", from: "2.0")
        findings += root.difference(.messageDestination, "Destination", from: context.assertionConsumerService)
        findings += time(root, context) + identifiers(root) + status(root)
        findings += inResponseTo(root, context)
        findings += issuer(of: root, context)
        if let assertion = root.first("Assertion") { findings += issuer(of: assertion, context) }
        return findings
    }

    static func inResponseTo(_ element: XMLElement, _ context: MessageLintContext) -> [LintFinding] {
        if let id = context.requestID { return element.difference(.messageInResponseTo, "InResponseTo", from: id) }
        guard element.attribute("InResponseTo") == nil else { return [] }
        return [LintFinding(.messageInResponseTo, at: element, expected: "InResponseTo")]
    }

    private static func issuer(of element: XMLElement, _ context: MessageLintContext) -> [LintFinding] {
        guard let issuer = element.first("Issuer") else {
            return [LintFinding(.messageIssuer, at: element, expected: "saml:Issuer")]
        }
        guard let expected = context.identityProvider?.entityID, issuer.text != expected else { return [] }
        return [LintFinding(.messageIssuer, at: issuer, expected: expected, found: issuer.text)]
    }

    private static func time(_ root: XMLElement, _ context: MessageLintContext) -> [LintFinding] {
        guard let text = root.attribute("IssueInstant"), let issued = Instant(xsDateTime: text) else {
            let found = root.attribute("IssueInstant") ?? "nothing"
            return [LintFinding(.messageIssueInstant, at: root, expected: "a time that ends with Z", found: found)]
        }
        guard abs(issued.milliseconds - context.time.milliseconds) > freshness * 1000 else { return [] }
        return [LintFinding(.messageClock, at: root, "IssueInstant", expected: context.time.xsDateTime, found: text)]
    }

    private static func status(_ root: XMLElement) -> [LintFinding] {
        let code = root.first("Status", .protocols)?.first("StatusCode", .protocols)
        guard let code else { return [LintFinding(.messageStatus, at: root, expected: "samlp:Status")] }
        return code.difference(.messageStatus, "Value", from: StatusCode.success.rawValue)
    }

    private static func identifiers(_ root: XMLElement) -> [LintFinding] {
        let owners = [root] + root.descendants { $0.attribute("ID") != nil || $0.isNamed("Assertion") }
        var seen: Set<String> = []
        return owners.compactMap { owner in
            let id = owner.attribute("ID") ?? ""
            let holds = NCName.holds(id) && seen.insert(id).inserted
            return holds ? nil : LintFinding(.messageIDs, at: owner, expected: "a unique ID", found: id)
        }
    }
}
