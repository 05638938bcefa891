public import SAML
import XMLSecurity

/// Judges a response by rules 33 to 54 of huawei-cloud.md 10, all at once.
///
/// Not validation: whoever accepts a response asks ``ResponseValidator``. This tells everything that HUAWEI CLOUD could
/// stumble over, in a response of any identity provider.
public struct HuaweiMessageLinter: Sendable {
    /// The rules, by number.
    public static let rules: [LintRule] = LintRule.ofHuaweiMessages

    private let context: MessageLintContext

    /// Makes a linter.
    public init(_ context: MessageLintContext) {
        self.context = context
    }

    /// What is wrong with a response.
    /// - Parameters:
    ///   - xml: the response.
    ///   - form: the form body that it came in, when that was saved.
    /// - Returns: the findings, in the order of their lines.
    public func findings(in xml: [UInt8], form: [UInt8]? = nil) -> [LintFinding] {
        let findings = FormLint.findings(form, context) + unchecked
        let root: XMLElement
        do {
            root = try XMLDocument(parsing: xml, limits: .message).root
        } catch {
            let refusal = Refusal(error)
            return findings + [LintFinding(.messageRoot, line: refusal.line, found: refusal.found)]
        }
        guard root.isNamed("Response", .protocols) else {
            return findings + [
                LintFinding(.messageRoot, at: root, expected: "samlp:Response", found: root.qualifiedName)
            ]
        }
        return findings + MetadataLinter.sorted(response(root))
    }

    private func response(_ root: XMLElement) -> [LintFinding] {
        let envelope = EnvelopeLint.findings(root, context)
        let hidden = root.descendants { $0.isNamed("Assertion") || $0.isNamed("EncryptedAssertion") }
        guard let assertion = root.first("Assertion"), hidden.count == 1 else {
            let found = hidden.map(\.qualifiedName).joined(separator: ", ")
            return envelope
                + [LintFinding(.messageAssertion, at: hidden.last ?? root, expected: "1 saml:Assertion", found: found)]
        }
        return envelope + MessageSignatureLint.findings(assertion, context) + SubjectLint.findings(assertion, context)
            + ConditionsLint.findings(assertion, context) + AttributeLint.findings(assertion)
    }

    private var unchecked: [LintFinding] {
        let missing = [
            context.identityProvider == nil ? "--idp-metadata" : nil,
            context.requestID == nil ? "--in-response-to" : nil,
        ]
        return missing.compactMap { $0 }.map { LintFinding(.messageUnchecked, expected: $0) }
    }
}
