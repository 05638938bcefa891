import XMLSecurity

/// Judges where the roles are reached.
enum EndpointLint {
    private static let indexed = [MD.artifactResolutionService, MD.assertionConsumerService]
    // Endpoints that answers never come to (saml-metadata 2.4.2, 2.4.3, 2.4.4).
    private static let oneWay = [MD.singleSignOnService] + indexed
    private static let kinds = oneWay + [MD.singleLogoutService, MD.manageNameIDService]

    static func findings(_ tree: MetadataTree) -> [LintFinding] {
        tree.roles.flatMap { role in
            kinds.flatMap { role.children($0).flatMap(endpoint) } + indexed.flatMap { numbers(role.children($0)) }
                + role.children(MD.nameIDFormat).compactMap(format)
        }
    }

    private static func endpoint(_ endpoint: XMLElement) -> [LintFinding] {
        var findings: [LintFinding] = []
        let binding = endpoint.attribute("Binding")
        if !(binding.map(AbsoluteURI.holds) ?? false) {
            findings.append(LintFinding(.endpointBinding, at: endpoint, expected: "a URI in Binding", found: binding))
        }
        let location = endpoint.attribute("Location")
        if let location {
            findings += address(endpoint, "Location", location)
        } else {
            findings.append(LintFinding(.endpointLocation, at: endpoint, expected: "the attribute Location"))
        }
        if let answers = endpoint.attribute("ResponseLocation") {
            if oneWay.contains(where: { endpoint.is($0) }) {
                findings.append(
                    LintFinding(.endpointResponseLocation, at: endpoint, "ResponseLocation", found: answers)
                )
            } else {
                findings += address(endpoint, "ResponseLocation", answers)
            }
        }
        return findings
    }

    private static func address(_ endpoint: XMLElement, _ name: String, _ text: String) -> [LintFinding] {
        guard let fault = Location.fault(of: text) else { return [] }
        return [LintFinding(.endpointLocation, at: endpoint, name, expected: fault, found: text)]
    }

    private static func numbers(_ endpoints: [XMLElement]) -> [LintFinding] {
        let unnumbered = endpoints.filter { $0.attribute("index").flatMap { UInt16($0) } == nil }
        let defaults = endpoints.filter { ["true", "1"].contains($0.attribute("isDefault")) }
        return unnumbered.map {
            LintFinding(
                .endpointIndexMissing,
                at: $0,
                expected: "an index from 0 to 65535",
                found: $0.attribute("index")
            )
        }
            + EntityLint.repeated(endpoints, "index").map { element, index in
                LintFinding(.endpointIndexDuplicate, at: element, "index", found: index)
            } + defaults.dropFirst().map { LintFinding(.endpointDefaults, at: $0, "isDefault") }
    }

    private static func format(_ element: XMLElement) -> LintFinding? {
        let text = element.trimmedText
        return AbsoluteURI.holds(text) ? nil : LintFinding(.nameIDFormatURI, at: element, found: text)
    }
}
