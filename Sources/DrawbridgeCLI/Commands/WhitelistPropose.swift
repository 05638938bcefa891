import ArgumentParser
import Onboarding
import SAML

/// `whitelist propose`.
struct WhitelistPropose: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "propose",
            abstract: say(
                "Write an entry down, or those of a file; another person approves it.",
                "提出一个条目或文件中的条目，由另一人批准。"
            ),
            discussion: say(
                """
                Columns of a file: \(WhitelistSheet.columns.joined(separator: ", ")).
                Example: drawbridge whitelist propose --kind account --subject customer-1 --as li --reason "contract 7"
                """,
                """
                文件的列：\(WhitelistSheet.columns.joined(separator: "、"))。
                示例：drawbridge whitelist propose --kind account --subject customer-1 --as li --reason "合同 7"
                """
            )
        )
    }

    @Option(help: ArgumentHelp(say("What it is, such as account.", "类型，例如 account。"), valueName: say("kind", "类型")))
    var kind: String?

    @Option(help: ArgumentHelp(say("What it is about.", "对象。"), valueName: say("subject", "对象")))
    var subject: String?

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            say(
                "Another column, such as valid_until=2026-12-31T16:00:00Z.",
                "其他列，例如 valid_until=2026-12-31T16:00:00Z。"
            ),
            valueName: say("column=value", "列=值")
        )
    )
    var more: [String] = []

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp(say("A CSV or YAML file of entries.", "包含条目的 CSV 或 YAML 文件。"), valueName: say("file", "文件"))
    )
    var file: String?

    @OptionGroup var encoding: EncodingOption
    @OptionGroup var author: WhitelistAuthorOption
    @OptionGroup var whitelist: WhitelistOption
    @OptionGroup var output: FormatOption

    func validate() throws {
        guard (file == nil) == (kind != nil && subject != nil) else {
            throw ValidationError(
                say("Give --kind and --subject, or --from.", "请给出 --kind 和 --subject，或 --from。")
            )
        }
        if file == nil { _ = try typed() }
    }

    func run() async throws {
        let drafts = try file.map { try WhitelistFile.read($0, encoding.value) } ?? typed()
        let differences = try await whitelist.desk(progress: say("writing", "写入")).make(.propose(drafts), by: author)
        try WhitelistDifferenceItem.print(differences, output.format)
    }

    // Typed as a row of a file, so that both are judged alike.
    private func typed() throws -> [WhitelistDraft] {
        var values = ["kind": kind ?? "", "subject": subject ?? ""]
        for one in more {
            let name = String(one.prefix { $0 != "=" })
            values[name] = String(one.dropFirst(name.count + 1))
        }
        do {
            return try WhitelistSheet.drafts([SheetRow(line: 1, values)])
        } catch {
            throw ValidationError(say(error.message.en, error.message.zh))
        }
    }
}
