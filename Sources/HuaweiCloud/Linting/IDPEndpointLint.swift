import SAML
import XMLSecurity

/// Rules 9 to 12 of one role.
enum IDPEndpointLint {
    private static let bindings = Binding.allCases.map(\.rawValue)

    static func findings(_ role: XMLElement) -> [LintFinding] {
        singleSignOn(role) + nameIDFormat(role)
            + MetadataTree.children("SingleLogoutService", of: role).flatMap(singleLogout)
            + MetadataTree.orderFaults(ofIdentityProvider: role, rule: .idpOrder)
    }

    private static func singleSignOn(_ role: XMLElement) -> [LintFinding] {
        guard let first = MetadataTree.children("SingleSignOnService", of: role).first else {
            return [LintFinding(.idpSingleSignOn, at: role, expected: "SingleSignOnService")]
        }
        let binding = first.attribute("Binding") ?? ""
        var findings = address(first, .idpSingleSignOn)
        if binding != Binding.httpRedirect.rawValue {
            findings.append(
                LintFinding(
                    .idpSingleSignOn,
                    at: first,
                    "Binding",
                    level: bindings.contains(binding) ? .warning : .error,
                    expected: Binding.httpRedirect.rawValue,
                    found: binding
                )
            )
        }
        return findings
    }

    private static func nameIDFormat(_ role: XMLElement) -> [LintFinding] {
        guard let first = MetadataTree.children("NameIDFormat", of: role).first else { return [] }
        let found = first.text.filter { !$0.isWhitespace }
        guard found != NameIDFormat.transient else { return [] }
        return [LintFinding(.idpNameIDFormat, at: first, expected: NameIDFormat.transient, found: found)]
    }

    private static func singleLogout(_ service: XMLElement) -> [LintFinding] {
        let binding = service.attribute("Binding") ?? ""
        let fault = LintFinding(
            .idpSingleLogout,
            at: service,
            "Binding",
            expected: bindings.joined(separator: " or "),
            found: binding
        )
        return (bindings.contains(binding) ? [] : [fault]) + address(service, .idpSingleLogout)
    }

    /// An https address without fragment; Partner Center reaches no loopback address.
    private static func address(_ endpoint: XMLElement, _ rule: LintRule) -> [LintFinding] {
        let location = endpoint.attribute("Location") ?? ""
        if let address = try? WebAddress(location), address.scheme == "https", !address.rest.contains("#") { return [] }
        let expected = "an absolute https address without #"
        return [LintFinding(rule, at: endpoint, "Location", expected: expected, found: location)]
    }
}
