import ArgumentParser
import HuaweiCloud
import IdentityProvider
import Onboarding
import SAML

/// `explain`.
struct Explain: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "explain",
            abstract: say(
                "Explain a refusal code, a lint rule or a rule of the checklist: cause, source, what to do.",
                "解释拒绝代码、检查规则或上线检查清单规则：原因、依据、处理办法。"
            ),
            discussion: say(
                "Example: drawbridge explain signature.value-mismatch",
                "示例：drawbridge explain signature.value-mismatch"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("The code; all of them without it.", "代码；不填则列出全部。"), valueName: say("code", "代码")))
    var code: String?

    @OptionGroup var output: FormatOption
    @OptionGroup var language: LanguageOption

    /// Every code that something is refused with.
    static let codes = SAMLRefusals.all + HuaweiRefusals.all + OnboardingRefusals.all + IdentityProviderRefusals.all

    /// The codes, the rules of the linters, and those of the checklist that no linter has under the same id.
    static let all: [Explanation] = {
        let linted = LintProfile.rules.map(Explanation.init)
        let known = Set(linted.map(\.id))
        let listed = ChecklistRule.all.filter { !known.contains($0.id) }
        return codes.map(Explanation.init) + linted + listed.map(Explanation.init)
    }()

    private struct Item: Encodable {
        let code: String
        let `class`: String
        let spec: String
        let message: String
        let hint: String
        let messageZh: String
        let hintZh: String

        init(_ code: Explanation) {
            self.code = code.id
            self.class = code.kind
            spec = code.spec
            message = code.message.en
            hint = code.hint.en
            messageZh = code.message.zh
            hintZh = code.hint.zh
        }
    }

    func run() async throws {
        let codes = Self.all.filter { code == nil || $0.id == code }
        guard !codes.isEmpty else {
            throw CommandFailure(
                .unusable,
                "There is no code \(code ?? ""); `drawbridge explain` lists all.",
                "没有代码 \(code ?? "")；drawbridge explain 可列出全部。"
            )
        }
        switch output.format {
        case .json where code != nil: Terminal.print(try JSONText.encode(Item(codes[0])))
        case .json: try ListOutput(schema: "drawbridge.refusals.v1", items: codes.map(Item.init)).print()
        case .text where code != nil: show(codes[0])
        case .text: Terminal.print(table: codes.map { [$0.id, $0.message[Speech.language]] })
        }
    }

    private func show(_ code: Explanation) {
        Terminal.print(Terminal.paint(code.id, .bold) + "  (\(code.kind))")
        Terminal.print(say("what", "含义") + "   " + code.message[Speech.language])
        Terminal.print(say("to do", "处理") + "  " + code.hint[Speech.language])
        Terminal.print(say("source", "依据") + " " + code.spec)
    }
}
