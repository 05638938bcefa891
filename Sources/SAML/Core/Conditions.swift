public import XMLSecurity

/// When and for whom an assertion is valid (saml-core 2.5).
public struct Conditions: Hashable, Sendable {
    /// Valid from then on.
    public let notBefore: Instant?
    /// Valid before then.
    public let notOnOrAfter: Instant?
    /// The restrictions: all must hold, each by any of its audiences (saml-core 2.5.1.4).
    public let audienceRestrictions: [[String]]
    /// Conditions that this program does not know; they make the assertion unusable (saml-core 2.5.1).
    public let unknown: [String]

    /// Makes conditions for one audience.
    public init(notBefore: Instant, notOnOrAfter: Instant, audience: String) {
        self.notBefore = notBefore
        self.notOnOrAfter = notOnOrAfter
        self.audienceRestrictions = [[audience]]
        self.unknown = []
    }

    init(decoding element: XMLElement) throws(Refusal) {
        try element.requireAtMostOne(SAMLA.oneTimeUse, SAMLA.proxyRestriction)
        notBefore = try element.instant("NotBefore")
        notOnOrAfter = try element.instant("NotOnOrAfter")
        audienceRestrictions = element.children(SAMLA.audienceRestriction).map { restriction in
            restriction.children(SAMLA.audience).map(\.text)
        }
        let known = [SAMLA.audienceRestriction, SAMLA.oneTimeUse, SAMLA.proxyRestriction]
        unknown = element.children.filter { child in !known.contains { child.is($0) } }.map(\.localName)
    }

    func write(to writer: inout CanonicalWriter) {
        var attributes: [XMLAttribute] = []
        if let notBefore { attributes.append(XMLAttribute("NotBefore", notBefore.xsDateTime)) }
        if let notOnOrAfter { attributes.append(XMLAttribute("NotOnOrAfter", notOnOrAfter.xsDateTime)) }
        writer.element(SAMLA.written(SAMLA.conditions), attributes) { writer in
            for restriction in audienceRestrictions {
                writer.element(SAMLA.written(SAMLA.audienceRestriction)) { writer in
                    for audience in restriction { writer.element(SAMLA.written(SAMLA.audience), text: audience) }
                }
            }
        }
    }
}
