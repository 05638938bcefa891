import SAML
import XMLSecurity

/// Rules 15 to 20: HUAWEI CLOUD's own file.
enum SPFileLint {
    static func signature(_ tree: MetadataTree, _ certificate: Certificate?) -> [LintFinding] {
        guard tree.isSigned else { return [LintFinding(.spSource, at: tree.root, expected: "a signature")] }
        guard let certificate else { return [] }
        do {
            _ = try MetadataSignature.verify(tree.root, certificate)
            return []
        } catch {
            let found = error.code.id + (error.found.map { ": " + $0 } ?? "")
            return [LintFinding(.spSignature, xpath: error.xpath, line: error.line, found: found)]
        }
    }

    static func entityID(_ entity: XMLElement) -> LintFinding? {
        let id = entity.attribute("entityID") ?? ""
        let china = Site.china.serviceProvider ?? ""
        if id == china || !AbsoluteURI.holds(id) {
            return id == china ? nil : LintFinding(.spEntityID, at: entity, "entityID", expected: china, found: id)
        }
        guard id.lowercased() + "/" != china, let address = try? WebAddress(id), isHuawei(address) else {
            return LintFinding(.spEntityID, at: entity, "entityID", expected: china, found: id)
        }
        return nil
    }

    // A simulation stands on this machine.
    private static func isHuawei(_ address: WebAddress) -> Bool {
        address.isLoopback || (address.scheme == "https" && address.host.hasSuffix(".huaweicloud.com"))
    }

    static func role(_ role: XMLElement, at now: Instant) -> [LintFinding] {
        consumer(role) + flag(role, "AuthnRequestsSigned") + flag(role, "WantAssertionsSigned") + keys(role, now)
    }

    private static func consumer(_ role: XMLElement) -> [LintFinding] {
        let services = MetadataTree.children("AssertionConsumerService", of: role)
        let chosen =
            services.first { ["true", "1"].contains($0.attribute("isDefault")) }
            ?? services.first { $0.attribute("isDefault") == nil } ?? services.first
        guard let chosen else {
            return [LintFinding(.spConsumer, at: role, expected: "AssertionConsumerService")]
        }
        var findings: [LintFinding] = []
        let post = Binding.httpPOST.rawValue
        if let binding = chosen.attribute("Binding"), binding != post {
            findings.append(LintFinding(.spConsumer, at: chosen, "Binding", expected: post, found: binding))
        }
        let location = chosen.attribute("Location") ?? ""
        if let fault = Location.fault(of: location) {
            findings.append(LintFinding(.spConsumer, at: chosen, "Location", expected: fault, found: location))
        }
        return findings
    }

    private static func flag(_ role: XMLElement, _ name: StaticString) -> [LintFinding] {
        let value = role.attribute(name)
        guard !["true", "1"].contains(value) else { return [] }
        return [LintFinding(.spFlags, at: role, "\(name)", expected: "true", found: value)]
    }

    private static func keys(_ role: XMLElement, _ now: Instant) -> [LintFinding] {
        let certificates = MetadataTree.certificates(of: role).filter(\.maySign)
        let readable = certificates.compactMap(\.value)
        guard !readable.isEmpty else {
            return [LintFinding(.spCertificate, at: role, expected: "a readable certificate")]
        }
        return certificates.compactMap { found in
            guard let value = found.value, KeyLint.expiresSoon(value, now) else { return nil }
            return LintFinding(.spCertificate, at: found.element, found: value.notAfter.xsDateTime)
        }
    }
}
