import SAML
import XMLSecurity

/// Rules 37 to 40: the assertion's signature.
enum MessageSignatureLint {
    private static let exclusiveC14N = "http://www.w3.org/2001/10/xml-exc-c14n#"
    private static let enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature"

    static func findings(_ assertion: XMLElement, _ context: MessageLintContext) -> [LintFinding] {
        let children = assertion.children
        guard let place = children.firstIndex(where: { $0.isNamed("Signature", .signature) }) else {
            return [LintFinding(.messageSignature, at: assertion, expected: "ds:Signature")]
        }
        let signature = children[place]
        var findings: [LintFinding] = []
        if place != 1 || !children[0].isNamed("Issuer") {
            findings.append(LintFinding(.messageSignature, at: signature, expected: "directly behind saml:Issuer"))
        }
        guard let info = signature.first("SignedInfo", .signature) else {
            return findings + [LintFinding(.messageReference, at: signature, expected: "ds:SignedInfo")]
        }
        findings += reference(info, id: assertion.attribute("ID") ?? "") + algorithms(info)
        findings += keyInfo(signature, context)
        if findings.isEmpty { findings += verification(assertion, context) }
        return findings
    }

    private static func reference(_ info: XMLElement, id: String) -> [LintFinding] {
        let references = info.all("Reference", .signature)
        guard references.count == 1, let reference = references.first else {
            return [LintFinding(.messageReference, at: info, expected: "1 ds:Reference", found: "\(references.count)")]
        }
        let steps = (reference.first("Transforms", .signature)?.all("Transform", .signature) ?? []).map {
            $0.attribute("Algorithm") ?? ""
        }
        var findings = reference.difference(.messageReference, "URI", from: "#" + id)
        if steps != [enveloped, exclusiveC14N] {
            let expected = [enveloped, exclusiveC14N].joined(separator: ", ")
            let found = steps.joined(separator: ", ")
            findings.append(LintFinding(.messageReference, at: reference, expected: expected, found: found))
        }
        if let digest = reference.first("DigestMethod", .signature) {
            let expected = DigestAlgorithm.sha256.rawValue
            findings += digest.difference(.messageAlgorithms, "Algorithm", from: expected)
        }
        return findings
    }

    private static func algorithms(_ info: XMLElement) -> [LintFinding] {
        let wanted = [
            ("CanonicalizationMethod", exclusiveC14N), ("SignatureMethod", SignatureAlgorithm.rsaSHA256.rawValue),
        ]
        return wanted.flatMap { name, expected in
            info.first(name, .signature)?.difference(.messageAlgorithms, "Algorithm", from: expected)
                ?? [LintFinding(.messageAlgorithms, at: info, expected: "ds:" + name)]
        }
    }

    private static func keyInfo(_ signature: XMLElement, _ context: MessageLintContext) -> [LintFinding] {
        guard let known = context.identityProvider?.idpSSODescriptor?.signingCertificates.first,
            let element = signature.first("KeyInfo", .signature)?.first("X509Data", .signature)?
                .first("X509Certificate", .signature)
        else { return [] }
        let sent = try? Certificate(base64: element.text)
        guard sent != known else { return [] }
        let found = sent.map { "SHA-256 " + $0.fingerprint } ?? "no certificate"
        return [LintFinding(.messageKeyInfo, at: element, expected: "SHA-256 " + known.fingerprint, found: found)]
    }

    // The importer of HUAWEI CLOUD keeps the first certificate of the file.
    private static func verification(_ assertion: XMLElement, _ context: MessageLintContext) -> [LintFinding] {
        guard let known = context.identityProvider?.idpSSODescriptor?.signingCertificates.first else { return [] }
        do {
            _ = try SignatureVerifier.verify(assertion, keys: [VerificationKey(known)], policy: .strict)
            return []
        } catch {
            let refusal = Refusal(error)
            return [
                LintFinding(
                    .messageCertificate,
                    at: assertion,
                    expected: refusal.expected,
                    found: [refusal.code.id, refusal.found].compactMap { $0 }.joined(separator: ": ")
                )
            ]
        }
    }
}
