public import SAML
import XMLSecurity

/// Why a step failed: what was seen instead, the message it was seen in, and what to do.
public struct StepFailure: Error, Sendable {
    /// One sentence.
    public let sentence: Bilingual
    /// The code of the refusal that was met, if one was.
    public let code: String?
    /// What to do, when that is known.
    public let hint: Bilingual?
    /// The message in full, indented, with the wrong elements marked.
    public let message: String?

    init(
        _ en: String,
        _ zh: String,
        code: String? = nil,
        hint: Bilingual? = nil,
        message: String? = nil
    ) {
        sentence = Bilingual(en, zh)
        self.code = code
        self.hint = hint
        self.message = message
    }

    /// A message that was refused.
    init(_ refusal: Refusal, in xml: [UInt8]?, showsPersonalData: Bool = true) {
        let place = refusal.xpath.map { " at \($0)" } ?? ""
        let values = [refusal.expected.map { "expected \($0)" }, refusal.found.map { "found \($0)" }]
        let seen = values.compactMap { $0 }.joined(separator: ", ")
        self.init(
            refusal.code.message.en + place + (seen.isEmpty ? "" : " (\(seen))"),
            refusal.code.message.zh + place + (seen.isEmpty ? "" : "（\(seen)）"),
            code: refusal.code.id,
            hint: refusal.hint,
            message: xml.map { xml in
                let paths = [refusal.xpath].compactMap { $0 }
                return MarkedMessage.text(of: xml, marking: paths, showsPersonalData: showsPersonalData)
            }
        )
    }

    /// A response that breaks rules of HUAWEI CLOUD.
    init(_ findings: [LintFinding], in xml: [UInt8], showsPersonalData: Bool = true) {
        let list = findings.map { finding in
            let values = [finding.expected.map { "expected \($0)" }, finding.found.map { "found \($0)" }]
            return "\(finding.rule.id) (\(values.compactMap { $0 }.joined(separator: ", ")))"
        }
        self.init(
            "HUAWEI CLOUD's rules are broken: \(list.joined(separator: "; "))",
            "不符合华为云规则：\(list.joined(separator: "；"))",
            code: findings.first?.rule.id,
            hint: findings.first?.rule.hint,
            message: MarkedMessage.text(
                of: xml,
                marking: findings.compactMap(\.xpath),
                showsPersonalData: showsPersonalData
            )
        )
    }

    /// An answer that is not what was expected.
    init(_ exchange: WebExchange, wanted: Bilingual) {
        let codes = exchange.codes
        let found = "\(exchange.status)" + (codes.isEmpty ? "" : " (\(codes.joined(separator: ", ")))")
        let target = "\(exchange.method) \(exchange.url.prefix(while: { $0 != "?" }))"
        self.init(
            "\(target) answered \(found), not \(wanted.en)",
            "\(target) 应答 \(found)，而不是\(wanted.zh)",
            code: codes.last,
            message: exchange.readableText
        )
    }
}
