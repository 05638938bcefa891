import XMLSecurity

/// What a request asks of the authentication (saml-core 3.3.2.2.1).
public struct RequestedAuthnContext: Hashable, Sendable, Codable {
    /// How the statement must compare with what is listed.
    public enum Comparison: String, Sendable, Codable {
        case exact
        case minimum
        case maximum
        case better
    }

    /// The comparison, `exact` when the request names none.
    public let comparison: Comparison
    /// The classes listed, in order of preference.
    public let classRefs: [String]
    /// The declarations listed; this program knows none.
    public let declRefs: [String]

    /// Makes a requested context.
    public init(comparison: Comparison = .exact, classRefs: [String], declRefs: [String] = []) {
        self.comparison = comparison
        self.classRefs = classRefs
        self.declRefs = declRefs
    }

    init(decoding element: XMLElement) throws(Refusal) {
        let found = element.attribute("Comparison") ?? Comparison.exact.rawValue
        guard let comparison = Comparison(rawValue: found) else {
            throw Refusal(.schemaValue, at: element, expected: "exact, minimum, maximum or better", found: found)
        }
        self.init(
            comparison: comparison,
            classRefs: element.children(SAMLA.authnContextClassRef).map(\.text),
            declRefs: element.children(SAMLA.authnContextDeclRef).map(\.text)
        )
        guard classRefs.isEmpty != declRefs.isEmpty else {
            throw Refusal(.schemaElement, at: element, expected: "AuthnContextClassRef or AuthnContextDeclRef")
        }
    }

    func write(to writer: inout CanonicalWriter) {
        let attributes = [XMLAttribute("Comparison", comparison.rawValue)]
        writer.element(SAMLP.written(SAMLP.requestedAuthnContext), attributes) { writer in
            for reference in classRefs { writer.element(SAMLA.written(SAMLA.authnContextClassRef), text: reference) }
            for reference in declRefs { writer.element(SAMLA.written(SAMLA.authnContextDeclRef), text: reference) }
        }
    }
}
