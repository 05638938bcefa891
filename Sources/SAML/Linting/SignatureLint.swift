import XMLSecurity

/// Judges the signature on the root.
enum SignatureLint {
    static func findings(_ tree: MetadataTree, _ certificate: Certificate?) -> [LintFinding] {
        guard let certificate else {
            return tree.isSigned ? [LintFinding(.signatureUnchecked, at: tree.root)] : []
        }
        do {
            let signed = try MetadataSignature.verify(tree.root, certificate)
            return signed.digestAlgorithm == .sha1 ? [LintFinding(.signatureSHA1, at: tree.root)] : []
        } catch {
            return [
                LintFinding(
                    .signatureInvalid,
                    xpath: error.xpath,
                    line: error.line,
                    expected: error.expected,
                    found: error.code.id + (error.found.map { ": " + $0 } ?? "")
                )
            ]
        }
    }
}
