import XMLSecurity

/// Judges the file as a whole: that it is metadata, and still valid.
enum DocumentLint {
    /// What a file breaks that has no tree.
    static func finding(_ error: XMLError) -> LintFinding {
        let rule: LintRule =
            switch error.code {
            case .encoding: .documentEncoding
            case .doctype: .documentDoctype
            case .processingInstruction, .forbiddenCharacter: .documentCharacter
            case .malformed, .canonicalisation, .deflate: .documentMalformed
            case .tooLarge, .tooDeep, .tooManyElements, .tooManyAttributes, .textTooLong: .documentLimit
            }
        return LintFinding(rule, line: error.line, found: error.reason)
    }

    /// What a file breaks that has a tree too wide to be walked.
    static func finding(crowded element: XMLElement) -> LintFinding {
        let expected = "at most \(MetadataTree.mostChildren) children"
        return LintFinding(.documentLimit, at: element, expected: expected, found: "\(element.children.count)")
    }

    static func findings(_ tree: MetadataTree, at now: Instant) -> [LintFinding] {
        guard tree.root.is(MD.entityDescriptor) || tree.root.is(MD.entitiesDescriptor) else {
            let expected = "EntityDescriptor or EntitiesDescriptor in \(MD.namespace)"
            let found = "\(tree.root.localName) in \(tree.root.namespace ?? "no namespace")"
            return [LintFinding(.documentRoot, at: tree.root, expected: expected, found: found)]
        }
        guard !tree.entities.isEmpty else { return [LintFinding(.documentEmpty, at: tree.root)] }
        return validity(tree, now)
    }

    private static func validity(_ tree: MetadataTree, _ now: Instant) -> [LintFinding] {
        let dated = tree.all.filter { $0.attribute("validUntil") != nil && $0.namespace == "\(MD.namespace)" }
        var findings = dated.compactMap { validity(of: $0, now) }
        if tree.root.attribute("validUntil") == nil,
            tree.entities.contains(where: { $0.attribute("validUntil") == nil })
        {
            findings.append(LintFinding(.validUntilMissing, at: tree.root))
        }
        return findings
    }

    private static func validity(of element: XMLElement, _ now: Instant) -> LintFinding? {
        let text = element.attribute("validUntil") ?? ""
        guard let until = Instant(xsDateTime: text) else {
            return LintFinding(.validUntilFormat, at: element, "validUntil", found: text)
        }
        guard now >= until else { return nil }
        let expected = "after \(now.xsDateTime)"
        return LintFinding(.validUntilExpired, at: element, "validUntil", expected: expected, found: text)
    }
}
