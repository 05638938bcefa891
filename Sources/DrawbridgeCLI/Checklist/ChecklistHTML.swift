import Onboarding
import SAML
import XMLSecurity

/// The report as one page, for a screen, a phone and paper: both languages, switched without script.
struct ChecklistHTML {
    let report: ChecklistReport
    let language: Language

    // No `<`, `>` or `&` may stand in it: a style is not unescaped.
    private static let style = """
        body{font:15px/1.5 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:70em;margin:1.5em auto;\
        padding:0 1em;color:#222}h1{font-size:1.4em}h2{font-size:1.1em;margin-top:1.6em}\
        table{border-collapse:collapse;width:100%}td,th{border:1px solid #bbb;padding:.4em .6em;text-align:left;\
        vertical-align:top;overflow-wrap:anywhere}th{width:25%;background:#f6f6f6}code{word-break:break-all}\
        .zh,.en{display:block}.small{color:#555;font-size:.85em}label{margin-right:1em}\
        #only-zh:checked~main .en,#only-en:checked~main .zh{display:none}\
        .pass{color:#060}.fail{color:#b00}.warn,.not-verified{color:#850}.waived{color:#555}\
        @media(max-width:40em){tr,td,th{display:block;width:auto;border-width:0}tr{border:1px solid #bbb;margin:.5em 0}}\
        @media print{body{margin:0;max-width:none}input,label{display:none}tr{break-inside:avoid}}
        """

    func document() throws -> String {
        var page = HTMLWriter()
        let title = "\(ChecklistWords.heading.zh) / \(ChecklistWords.heading.en)"
        page.document(title: title, style: Self.style) { page in
            LanguageSwitch.write(language, &page)
            page.element("main") { page in
                heading(&page)
                left(&page)
                results(&page)
            }
        }
        return "<!DOCTYPE html>\n" + String(decoding: try page.finish(), as: UTF8.self)
    }

    private func heading(_ page: inout HTMLWriter) {
        page.heading("h1", ChecklistWords.heading)
        page.table { page in
            page.row(Bilingual("Stage", "阶段")) { $0.both(ChecklistWords.stage(report.run.stage)) }
            for (label, value) in ChecklistWords.facts(report) { page.row(label) { $0.code(value) } }
            page.row(Bilingual("Results", "结果")) { $0.both(ChecklistWords.counts(report.run)) }
        }
    }

    private func left(_ page: inout HTMLWriter) {
        page.heading("h2", ChecklistWords.left)
        guard !report.open.isEmpty else { return page.both(ChecklistWords.nothingLeft) }
        let items = report.open.map { item in
            let what = item.rule?.hint ?? item.result.sentence
            let level = ChecklistWords.level(item.level)
            return Bilingual(
                "\(item.result.rule) (\(level.en)): \(what.en)",
                "\(item.result.rule)（\(level.zh)）：\(what.zh)"
            )
        }
        page.list(items, class: "left")
    }

    private func results(_ page: inout HTMLWriter) {
        page.heading("h2", Bilingual("Rules", "规则"))
        page.table { page in
            for item in report.items {
                page.row(item.title) { result(item, &$0) }
            }
        }
    }

    private func result(_ item: ChecklistReport.Item, _ page: inout HTMLWriter) {
        let result = item.result
        let mark = ChecklistWords.mark(result.verdict)
        let word = ChecklistWords.verdict(result.verdict)
        page.both(Bilingual("\(mark) \(word.en)", "\(mark) \(word.zh)"), class: result.verdict.rawValue)
        page.both(result.sentence)
        if let waiver = ChecklistWords.waiver(of: result) { page.both(waiver, class: "waived") }
        if result.blocks, let hint = item.rule?.hint { page.both(hint, class: "small") }
        page.code(result.rule)
        if let source = item.rule?.source { page.code(source) }
        let level = ChecklistWords.level(item.level)
        page.both(level, class: "small")
        if let provenance = result.provenance { page.both(ChecklistWords.provenance(provenance), class: "small") }
        if let at = result.takenAt { page.code(at.xsDateTime) }
        guard !result.facts.isEmpty else { return }
        page.element("ul", [XMLAttribute("class", "small")]) { page in
            for fact in result.facts { page.element("li") { $0.text("\(fact.name): \(fact.value)") } }
        }
    }
}
