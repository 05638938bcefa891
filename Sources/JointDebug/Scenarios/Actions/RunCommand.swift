import Foundation
import SAML

/// The identity provider's operator gives it a command, as in a shell.
enum RunCommand: ScenarioAction {
    static let name = "drawbridge"
    static let title = Bilingual("The operator gives a command", "操作人员执行命令")
    static let parameters: Set = ["run", "keep", "where"]
    static let expectations: Set = ["status", "says", "says-not"]

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        guard let run = play.stage.identityProvider.commands else {
            throw StepFailure("No command can be given here", "此处无法执行命令")
        }
        let line = step["run"] ?? ""
        let outcome = try await run(words(line))
        let wanted = step.expected["status"] ?? "0"
        guard String(outcome.status) == wanted else {
            throw StepFailure(
                "drawbridge \(line) ended with \(outcome.status), not \(wanted)",
                "drawbridge \(line) 的退出码为 \(outcome.status)，应为 \(wanted)",
                message: outcome.output
            )
        }
        if let text = step.expected["says"], !outcome.output.contains(text) {
            throw StepFailure("It does not say “\(text)”", "输出中没有“\(text)”", message: outcome.output)
        }
        if let text = step.expected["says-not"], outcome.output.contains(text) {
            throw StepFailure("It says “\(text)”", "输出中有“\(text)”", message: outcome.output)
        }
        if let name = step["keep"] { try keep(name, of: outcome.output, where: step["where"], &play) }
        return [StepFact("command", "命令", "drawbridge " + line)]
    }

    // Of the JSON's first item that has what `where` says, as in `state=active`, the value is `{kept}` from now on.
    private static func keep(
        _ name: String,
        of output: String,
        where condition: String?,
        _ play: inout Play
    ) throws {
        let object = try? JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
        let items = object?["items"] as? [[String: Any]] ?? []
        let pair = condition?.split(separator: "=", maxSplits: 1).map(String.init)
        let item = items.first { item in
            pair.map { pair in item[pair[0]].map { "\($0)" == pair[1] } ?? false } ?? true
        }
        guard let value = item?[name] else {
            throw StepFailure("Its output has no \(name)", "输出中没有 \(name)", message: output)
        }
        play.names["kept"] = "\(value)"
    }

    // Words are parted by spaces; a text between quotes is one word.
    static func words(_ line: String) -> [String] {
        var words: [String] = []
        for (number, part) in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
            if number.isMultiple(of: 2) {
                words += part.split(separator: " ").map(String.init)
            } else {
                words.append(String(part))
            }
        }
        return words
    }
}
