import JointDebug
import SAML
import XMLSecurity

/// A run for build servers: a scenario is a test case; what was not run is skipped with the reason.
struct RunJUnit {
    let run: RunRecord
    let language: Language

    func document() throws -> String {
        var writer = CanonicalWriter()
        let attributes = [
            XMLAttribute("name", "drawbridge.joint-debug"),
            XMLAttribute("tests", String(run.scenarios.count)),
            XMLAttribute("failures", String(run.count(.failed))),
            XMLAttribute("skipped", String(run.count(.notRun))),
            XMLAttribute("timestamp", run.at),
            XMLAttribute("time", seconds(run.milliseconds)),
        ]
        writer.element(Self.name("testsuite"), attributes) { writer in
            for scenario in run.scenarios { write(scenario, &writer) }
        }
        return String(decoding: try writer.finish(), as: UTF8.self)
    }

    private func write(_ scenario: ScenarioRecord, _ writer: inout CanonicalWriter) {
        let attributes = [
            XMLAttribute("classname", "drawbridge.joint-debug.\(scenario.family.rawValue)"),
            XMLAttribute("name", HTMLWriter.carried("\(scenario.id) \(scenario.purpose.bilingual[language])")),
            XMLAttribute("time", seconds(scenario.milliseconds)),
        ]
        writer.element(Self.name("testcase"), attributes) { writer in
            if let missing = scenario.missing {
                writer.element(Self.name("skipped"), [said(missing.bilingual)])
            } else if let failure = scenario.failure?.failure {
                let text = [failure.hint?.bilingual[language], failure.message].compactMap(\.self)
                let carried = HTMLWriter.carried(text.joined(separator: "\n"))
                writer.element(Self.name("failure"), [said(failure.sentence.bilingual)], text: carried)
            }
        }
    }

    private func said(_ text: Bilingual) -> XMLAttribute {
        XMLAttribute("message", HTMLWriter.carried(text[language]))
    }

    private func seconds(_ milliseconds: Int64) -> String {
        "\(milliseconds / 1000).\(String(1000 + milliseconds % 1000).dropFirst())"
    }

    private static func name(_ local: StaticString) -> QName { QName(prefix: "", local: local, namespace: "") }
}
