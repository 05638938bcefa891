import SAML
import XMLSecurity

/// Rules 6, 7, 8 and 14 of one role.
enum IDPCertificateLint {
    static func findings(_ role: XMLElement, at now: Instant, signingKey: PublicKey?) -> [LintFinding] {
        let signing = MetadataTree.certificates(of: role).filter(\.maySign)
        guard let first = signing.first else {
            return [LintFinding(.idpCertificate, at: role, expected: "KeyDescriptor with X509Certificate")]
        }
        var findings = signing.flatMap { certificate($0, now) }
        if let second = signing.dropFirst().first {
            findings.append(LintFinding(.idpValidity, at: second.element, level: .warning, found: "\(signing.count)"))
        }
        if let signingKey, let value = first.value, value.publicKey != signingKey {
            let found = "SHA-256 \(value.fingerprint)"
            findings.append(LintFinding(.idpPrivateKey, at: first.element, expected: "the service's key", found: found))
        }
        return findings
    }

    private static func certificate(_ found: MetadataCertificate, _ now: Instant) -> [LintFinding] {
        guard let certificate = found.value else {
            let expected = "Base64 of DER, without PEM lines"
            return [LintFinding(.idpCertificate, at: found.element, expected: expected)]
        }
        return validity(certificate, found.element, now) + strength(certificate, found.element)
    }

    private static func validity(_ certificate: Certificate, _ element: XMLElement, _ now: Instant) -> [LintFinding] {
        if now < certificate.notBefore {
            let expected = "valid at \(now.xsDateTime)"
            return [LintFinding(.idpValidity, at: element, expected: expected, found: certificate.notBefore.xsDateTime)]
        }
        guard KeyLint.expiresSoon(certificate, now) else { return [] }
        return [
            LintFinding(
                .idpValidity,
                at: element,
                level: now >= certificate.notAfter ? .error : .warning,
                expected: "valid for \(KeyLint.expiryDays) days more",
                found: certificate.notAfter.xsDateTime
            )
        ]
    }

    private static func strength(_ certificate: Certificate, _ element: XMLElement) -> [LintFinding] {
        let algorithm = certificate.publicKey.algorithm
        guard case .rsa = algorithm, !algorithm.isTooShort, !KeyLint.hasWeakHash(certificate) else {
            let found = "\(algorithm.name), \(certificate.signatureHash ?? "-")"
            return [LintFinding(.idpStrength, at: element, expected: "RSA 2048 or more, SHA256", found: found)]
        }
        return []
    }
}
