import SAML
import XMLSecurity

/// An entity in the words of its metadata.
struct MetadataSummary: Encodable {
    let entityID: String
    let roles: [String]
    let validUntil: String?
    let authnRequestsSigned: Bool?
    let wantAssertionsSigned: Bool?
    let wantAuthnRequestsSigned: Bool?
    let nameIDFormats: [String]
    let certificates: [CertificateSummary]
    let endpoints: [EndpointSummary]

    struct CertificateSummary: Encodable {
        let use: String
        let subject: String
        let algorithm: String
        let notAfter: String
        let sha256: String
    }

    struct EndpointSummary: Encodable {
        let service: String
        let binding: String
        let location: String
        let index: Int?
    }

    init(_ entity: EntityDescriptor) {
        let sp = entity.spSSODescriptor
        let idp = entity.idpSSODescriptor
        let roles = [sp?.role, idp?.role].compactMap { $0 }
        entityID = entity.entityID
        self.roles = (sp == nil ? [] : ["SPSSODescriptor"]) + (idp == nil ? [] : ["IDPSSODescriptor"])
        validUntil = entity.validUntil?.xsDateTime
        authnRequestsSigned = sp?.authnRequestsSigned
        wantAssertionsSigned = sp?.wantAssertionsSigned
        wantAuthnRequestsSigned = idp?.wantAuthnRequestsSigned
        nameIDFormats = roles.flatMap(\.nameIDFormats)
        certificates = roles.flatMap(\.keyDescriptors).flatMap { key in
            key.certificates.map { certificate in
                CertificateSummary(
                    use: key.use?.rawValue ?? "signing, encryption",
                    subject: certificate.subject,
                    algorithm: certificate.publicKey.algorithm.name,
                    notAfter: certificate.notAfter.xsDateTime,
                    sha256: certificate.fingerprint
                )
            }
        }
        let services: [(String, [Endpoint])] = [
            ("SingleSignOnService", idp?.singleSignOnServices ?? []),
            ("AssertionConsumerService", sp?.assertionConsumerServices ?? []),
            ("SingleLogoutService", roles.flatMap(\.singleLogoutServices)),
        ]
        endpoints = services.flatMap { name, endpoints in
            endpoints.map {
                EndpointSummary(service: name, binding: $0.binding, location: $0.location, index: $0.index)
            }
        }
    }

    func print() {
        Terminal.print(Terminal.paint(entityID, .bold) + "  " + roles.joined(separator: ", "))
        if let validUntil { Terminal.print("  validUntil \(validUntil)") }
        for (name, value) in [
            ("AuthnRequestsSigned", authnRequestsSigned), ("WantAssertionsSigned", wantAssertionsSigned),
            ("WantAuthnRequestsSigned", wantAuthnRequestsSigned),
        ] {
            if let value { Terminal.print("  \(name) \(value)") }
        }
        for key in certificates {
            Terminal.print("  \(key.use): \(key.subject), \(key.algorithm), \(say("until", "有效期至")) \(key.notAfter)")
            Terminal.print("    SHA-256 \(key.sha256)")
        }
        for format in nameIDFormats { Terminal.print("  NameIDFormat \(format)") }
        for endpoint in endpoints {
            let binding = endpoint.binding.split(separator: ":").last.map(String.init) ?? endpoint.binding
            Terminal.print(
                "  \(endpoint.service)\(endpoint.index.map { " [\($0)]" } ?? "") \(binding) \(endpoint.location)"
            )
        }
    }
}
