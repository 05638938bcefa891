import JointDebug
import SAML
import XMLSecurity

/// A run as one page: each scenario opens into its steps, each step into its messages; no script, nothing from elsewhere.
struct RunTimeline {
    let run: RunRecord
    let traces: [String: [ExchangeRecord]]
    let language: Language

    // No `<`, `>` or `&` may stand in it: a style is not unescaped.
    private static let style = """
        body{font:15px/1.5 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:72em;margin:1.5em auto;\
        padding:0 1em;color:#222}h1{font-size:1.4em}h2{font-size:1.1em;margin-top:1.6em}\
        table{border-collapse:collapse;width:100%}td,th{border:1px solid #bbb;padding:.3em .6em;text-align:left;\
        vertical-align:top;overflow-wrap:anywhere}th{width:22%;background:#f6f6f6}\
        details{border-left:3px solid #bbb;margin:.4em 0;padding:.1em 0 .1em .8em}\
        details.passed{border-color:#393}details.failed{border-color:#c00}summary{cursor:pointer}\
        pre{background:#f6f6f6;padding:.6em;white-space:pre-wrap;overflow-wrap:anywhere;font-size:.8em;margin:.3em 0}\
        code{word-break:break-all}.small{color:#555;font-size:.85em}.failed{color:#b00}.passed{color:#060}\
        .not-run{color:#555}.zh,.en{display:inline}label{margin-right:1em}\
        #only-zh:checked~main .en,#only-en:checked~main .zh{display:none}\
        @media print{body{margin:0;max-width:none}input,label{display:none}}
        """

    func document() throws -> String {
        var page = HTMLWriter()
        page.document(title: "\(RunWords.heading.zh) / \(RunWords.heading.en)", style: Self.style) { page in
            LanguageSwitch.write(language, &page)
            page.element("main") { page in
                heading(&page)
                for family in ScenarioFamily.allCases { section(family, &page) }
            }
        }
        return "<!DOCTYPE html>\n" + String(decoding: try page.finish(), as: UTF8.self)
    }

    private func heading(_ page: inout HTMLWriter) {
        page.heading("h1", RunWords.heading)
        page.table { page in
            for (label, value) in RunWords.facts(run) { page.row(label) { $0.code(value) } }
            page.row(Bilingual("Against", "对端")) { $0.both(RunWords.kind(run.kind)) }
            page.row(Bilingual("Results", "结果")) { $0.both(RunWords.counts(run)) }
        }
    }

    private func section(_ family: ScenarioFamily, _ page: inout HTMLWriter) {
        let scenarios = run.scenarios.filter { $0.family == family }
        guard !scenarios.isEmpty else { return }
        page.heading("h2", family.title)
        for scenario in scenarios { write(scenario, &page) }
    }

    private func write(_ scenario: ScenarioRecord, _ page: inout HTMLWriter) {
        details(scenario.verdict.rawValue, isOpen: scenario.verdict == .failed, &page) { page in
            page.element("b", [XMLAttribute("class", scenario.verdict.rawValue)]) {
                $0.text("\(RunWords.mark(scenario.verdict)) \(scenario.id) ")
            }
            page.both(scenario.purpose.bilingual)
            page.element("span", [XMLAttribute("class", "small")]) { $0.text(" \(scenario.milliseconds) ms") }
        } body: { page in
            page.element("p", [XMLAttribute("class", "small")]) { $0.text(scenario.source) }
            if let missing = scenario.missing { page.both(missing.bilingual) }
            for step in scenario.steps { write(step, of: scenario, &page) }
        }
    }

    private func write(_ step: StepRecord, of scenario: ScenarioRecord, _ page: inout HTMLWriter) {
        let verdict = step.failure == nil ? "passed" : "failed"
        details(verdict, isOpen: step.failure != nil, &page) { page in
            page.element("span", [XMLAttribute("class", verdict)]) { $0.text(step.failure == nil ? "✓ " : "✗ ") }
            page.both(step.title.bilingual)
            page.element("span", [XMLAttribute("class", "small")]) { $0.text(" \(step.milliseconds) ms") }
            if step.attempts > 1 { page.both(RunWords.attempts(step.attempts), class: "small") }
        } body: { page in
            failure(step, &page)
            if !step.facts.isEmpty {
                page.table { page in
                    for fact in step.facts { page.row(fact.name.bilingual) { $0.code(fact.value) } }
                }
            }
            let all = traces[scenario.id] ?? []
            for index in step.exchanges[0]..<step.exchanges[1] where all.indices.contains(index) {
                write(all[index], &page)
            }
        }
    }

    private func failure(_ step: StepRecord, _ page: inout HTMLWriter) {
        guard let failure = step.failure else { return }
        page.element("p") { page in
            page.both(failure.sentence.bilingual, class: "failed")
            if let code = failure.code {
                page.text(" ")
                page.code(code)
            }
        }
        if let hint = failure.hint { page.element("p") { $0.both(hint.bilingual) } }
        if let message = failure.message { page.element("pre") { $0.text(message) } }
    }

    private func write(_ exchange: ExchangeRecord, _ page: inout HTMLWriter) {
        details("", isOpen: false, &page) { page in
            page.code("\(exchange.method) \(exchange.url.prefix { $0 != "?" }) → \(exchange.status)")
            page.element("span", [XMLAttribute("class", "small")]) { page in
                page.text("\(exchange.milliseconds) ms " + exchange.messages.map(\.name).joined(separator: ", "))
            }
        } body: { page in
            for message in exchange.messages {
                page.element("p", [XMLAttribute("class", "small")]) { $0.text(message.name) }
                page.element("pre") { $0.text(message.text) }
            }
            let sent = ["\(exchange.method) \(exchange.url)"] + exchange.sent.headers + ["", exchange.sent.body]
            page.element("pre") { $0.text(sent.joined(separator: "\n")) }
            let received = [String(exchange.status)] + exchange.received.headers + ["", exchange.received.body]
            page.element("pre") { $0.text(received.joined(separator: "\n")) }
        }
    }

    private func details(
        _ name: String,
        isOpen: Bool,
        _ page: inout HTMLWriter,
        summary: (inout HTMLWriter) -> Void,
        body: (inout HTMLWriter) -> Void
    ) {
        let open = isOpen ? [XMLAttribute("open", "open")] : []
        page.element("details", [XMLAttribute("class", name)] + open) { page in
            page.element("summary", body: summary)
            body(&page)
        }
    }
}
