import ArgumentParser
import SAML

/// Findings as the linters print them, and the exit status that they mean.
struct FindingsReport {
    private let findings: [LintFinding]
    private let file: String

    init(_ findings: [LintFinding], in file: String) {
        self.findings = findings
        self.file = file
    }

    /// Prints them, and ends the command with 1 when one of them is an error.
    func print(_ format: MetadataLint.Format) throws {
        switch format {
        case .json: try ListOutput(schema: "drawbridge.lint.v1", items: findings.map(LintItem.init)).print()
        case .sarif: Terminal.print(try SARIF(findings, in: file).json())
        case .text:
            for finding in findings { Terminal.print(finding) }
            Terminal.print(summary)
        }
        guard !findings.contains(where: { $0.level == .error }) else {
            throw ExitCode(CommandFailure.Status.doesNotHold.rawValue)
        }
    }

    private var summary: String {
        let counts = LintLevel.allCases.map { level in findings.count { $0.level == level } }
        return say(
            "errors: \(counts[0]), warnings: \(counts[1]), notes: \(counts[2])",
            "错误：\(counts[0])，警告：\(counts[1])，提示：\(counts[2])"
        )
    }
}
