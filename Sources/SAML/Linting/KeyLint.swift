public import XMLSecurity

/// Judges the keys of roles.
public enum KeyLint: Sendable {
    /// How many days before its end a certificate is warned of (huawei-cloud.md 10, rule 7).
    public static let expiryDays = 60

    static func findings(_ tree: MetadataTree, at now: Instant) -> [LintFinding] {
        tree.roles.flatMap { $0.children(MD.keyDescriptor).flatMap(descriptor) }
            + tree.roles.flatMap { MetadataTree.certificates(of: $0).flatMap { certificate($0, now) } }
    }

    private static func descriptor(_ descriptor: XMLElement) -> [LintFinding] {
        var findings: [LintFinding] = []
        if let use = descriptor.attribute("use"), KeyDescriptor.Use(rawValue: use) == nil {
            let expected = "signing or encryption"
            findings.append(LintFinding(.keyUse, at: descriptor, "use", expected: expected, found: use))
        }
        let infos = descriptor.children(DSName.keyInfo)
        let certificates = infos.map { info in
            info.children(DSName.x509Data).flatMap { $0.children(DSName.x509Certificate) }
        }
        if certificates.allSatisfy(\.isEmpty) { findings.append(LintFinding(.keyEmpty, at: descriptor)) }
        for (info, elements) in zip(infos, certificates) {
            let keys = Set(elements.compactMap { try? Certificate(base64: $0.text).publicKey })
            if keys.count > 1 { findings.append(LintFinding(.keySeveral, at: info, found: "\(keys.count)")) }
        }
        return findings
    }

    private static func certificate(_ found: MetadataCertificate, _ now: Instant) -> [LintFinding] {
        guard !found.hasArmour else { return [LintFinding(.certificateArmour, at: found.element)] }
        let certificate: Certificate
        switch found.certificate {
        case .success(let value): certificate = value
        case .failure(let error): return [LintFinding(.certificateUnreadable, at: found.element, found: error.reason)]
        }
        return [
            strength(certificate, found.element), hash(certificate, found.element), dates(certificate, found, now),
        ].compactMap { $0 }
    }

    private static func strength(_ certificate: Certificate, _ element: XMLElement) -> LintFinding? {
        let algorithm = certificate.publicKey.algorithm
        guard algorithm.isTooShort else { return nil }
        let expected = "RSA of \(KeyAlgorithm.shortestRSA) bits or more"
        return LintFinding(.keyShortInMetadata, at: element, expected: expected, found: algorithm.name)
    }

    private static func hash(_ certificate: Certificate, _ element: XMLElement) -> LintFinding? {
        guard hasWeakHash(certificate) else { return nil }
        return LintFinding(.certificateHash, at: element, expected: "SHA256", found: certificate.signatureHash)
    }

    /// Whether the certificate's own signature uses SHA-1 or MD5.
    public static func hasWeakHash(_ certificate: Certificate) -> Bool {
        ["SHA1", "MD5", "MD2", "MD4"].contains(certificate.signatureHash)
    }

    private static func dates(_ certificate: Certificate, _ found: MetadataCertificate, _ now: Instant) -> LintFinding?
    {
        if now < certificate.notBefore {
            return LintFinding(.certificateFuture, at: found.element, found: certificate.notBefore.xsDateTime)
        }
        guard expiresSoon(certificate, now) else { return nil }
        return LintFinding(
            .certificateExpiry,
            at: found.element,
            level: now >= certificate.notAfter ? .warning : .note,
            expected: "valid for \(expiryDays) days more",
            found: certificate.notAfter.xsDateTime
        )
    }

    /// Whether a certificate has ended, or ends within ``expiryDays``.
    public static func expiresSoon(_ certificate: Certificate, _ now: Instant) -> Bool {
        now.adding(seconds: Int64(expiryDays) * 86_400) > certificate.notAfter
    }
}
