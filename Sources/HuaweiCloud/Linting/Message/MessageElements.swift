import SAML
import XMLSecurity

// Elements by the local name that the schema gives them; namespaces are compared, prefixes never.
enum MessageNamespace: String {
    case assertion = "urn:oasis:names:tc:SAML:2.0:assertion"
    case protocols = "urn:oasis:names:tc:SAML:2.0:protocol"
    case signature = "http://www.w3.org/2000/09/xmldsig#"
}

extension XMLElement {
    func isNamed(_ local: String, _ namespace: MessageNamespace = .assertion) -> Bool {
        localName == local && self.namespace == namespace.rawValue
    }

    func all(_ local: String, _ namespace: MessageNamespace = .assertion) -> [XMLElement] {
        children.filter { $0.isNamed(local, namespace) }
    }

    func first(_ local: String, _ namespace: MessageNamespace = .assertion) -> XMLElement? {
        all(local, namespace).first
    }

    func descendants(where matches: (XMLElement) -> Bool) -> [XMLElement] {
        children.flatMap { child in (matches(child) ? [child] : []) + child.descendants(where: matches) }
    }

    /// The finding that an attribute is not the value it must be; none when it is.
    func difference(_ rule: LintRule, _ attribute: StaticString, from expected: String) -> [LintFinding] {
        let found = self.attribute(attribute)
        return found == expected
            ? [] : [LintFinding(rule, at: self, "\(attribute)", expected: expected, found: found ?? "nothing")]
    }
}
