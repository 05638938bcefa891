import ArgumentParser
import SAML
import XMLSecurity

/// `metadata diff`.
struct MetadataDiffCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "diff",
            abstract: say("Tell what differs in meaning between two metadata files.", "比较两份元数据在含义上的差异。"),
            discussion: say(
                "Order, prefixes and white space are no difference.\nExample: drawbridge metadata diff old.xml new.xml",
                "顺序、前缀和空白不算差异。\n示例：drawbridge metadata diff old.xml new.xml"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("The file before.", "旧文件。"), valueName: say("old", "旧文件")))
    var old: String

    @Argument(
        help: ArgumentHelp(say("The file after; - for standard input.", "新文件；- 表示标准输入。"), valueName: say("new", "新文件"))
    )
    var new: String

    @Flag(
        name: .customLong("exit-code"),
        help: ArgumentHelp(say("End with 1 when the files differ.", "有差异时退出码为 1。"))
    )
    var exitCode = false

    @OptionGroup var output: FormatOption
    @OptionGroup var language: LanguageOption

    private struct Item: Encodable {
        let kind: String
        let entityID: String
        let subject: String
        let old: String?
        let new: String?
        let sentence: String
        let sentenceZh: String

        init(_ change: MetadataChange) {
            kind = change.kind.rawValue
            entityID = change.entityID
            subject = change.subject
            old = change.old
            new = change.new
            sentence = change.sentence.en
            sentenceZh = change.sentence.zh
        }
    }

    func run() async throws {
        let changes = MetadataDiff(from: try entities(old), to: try entities(new)).changes
        switch output.format {
        case .json: try ListOutput(schema: "drawbridge.metadata-diff.v1", items: changes.map(Item.init)).print()
        case .text: show(changes)
        }
        if exitCode, !changes.isEmpty { throw ExitCode(CommandFailure.Status.doesNotHold.rawValue) }
    }

    // What has expired can be compared; nothing is judged here, so no time is late.
    private func entities(_ path: String) throws -> [EntityDescriptor] {
        let bytes = try InputFile.read(path)
        do {
            return try MetadataDocument(bytes, at: Instant(seconds: 0)).entities
        } catch {
            Terminal.print(error)
            throw ExitCode(CommandFailure.Status.unusable.rawValue)
        }
    }

    private func show(_ changes: [MetadataChange]) {
        guard !changes.isEmpty else {
            Terminal.print(say("The files say the same.", "两份文件含义相同。"))
            return
        }
        for change in changes {
            let mark =
                switch change.kind {
                case .added: Terminal.paint("+", .green)
                case .removed: Terminal.paint("-", .red)
                case .changed: Terminal.paint("~", .bold)
                }
            Terminal.print(mark + " " + PrettyXML.plain(change.sentence[Speech.language]))
        }
    }
}
