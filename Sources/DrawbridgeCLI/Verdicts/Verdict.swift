import ArgumentParser
import SAML

/// What a validation came to: the refusals, or what was accepted.
struct Verdict<Accepted> {
    let accepted: Accepted?
    let refusals: [Refusal]
    let warnings: [Refusal]

    init(accepted: Accepted, warnings: [Refusal]) {
        self.accepted = accepted
        refusals = []
        self.warnings = warnings
    }

    init(refused refusal: Refusal) {
        accepted = nil
        refusals = [refusal]
        warnings = []
    }

    /// `accepted` or `refused`.
    var word: String { accepted == nil ? "refused" : "accepted" }

    /// Prints it for people: the verdict, then each row that is known, then the warnings.
    func print(_ rows: [(name: String, value: String?)]) {
        if accepted == nil {
            for refusal in refusals { Terminal.print(refusal) }
            return
        }
        Terminal.print(Terminal.paint("✓ " + say("accepted", "接受"), .green))
        let known = rows.compactMap { row in row.value.map { ["  " + row.name, $0] } }
        if !known.isEmpty { Terminal.print(table: known) }
        for warning in warnings {
            Terminal.print(
                say("warning: ", "警告：") + warning.code.id + "  " + warning.code.message[Speech.language]
                    + (warning.found.map { " (\($0))" } ?? "")
            )
            Terminal.print("  " + warning.hint[Speech.language])
        }
    }

    /// Ends the command with 1 when it was refused.
    func exit() throws {
        if accepted == nil { throw ExitCode(CommandFailure.Status.doesNotHold.rawValue) }
    }
}
