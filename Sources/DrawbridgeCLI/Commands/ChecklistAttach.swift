import ArgumentParser
import Foundation
import Onboarding
import SAML
import Server
import Storage
import XMLSecurity

/// `checklist attach`.
struct ChecklistAttach: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "attach",
            abstract: say("Vouch for a rule with a file.", "以文件证明某条规则。"),
            discussion: say(
                "The file is kept in the store, with its SHA-256 in the trail. A later file takes its place. For going live it counts by an operator token; --by proves nothing.\nExample: drawbridge checklist attach manual.contacts contacts.pdf --operator-token-file li.token",
                "文件保存在存储中，其 SHA-256 记入审计记录；再次附加会取代之前的文件。go-live 只认操作员令牌；--by 不能证明身份。\n示例：drawbridge checklist attach manual.contacts contacts.pdf --operator-token-file li.token"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("The rule.", "规则。"), valueName: say("rule", "规则")))
    var rule: String

    @Argument(help: ArgumentHelp(say("The file, of 10 MB at most.", "文件，最大 10 MB。"), valueName: say("file", "文件")))
    var file: String

    @OptionGroup var person: VouchingOption
    @OptionGroup var config: ConfigurationOption

    func run() async throws {
        let rule = try ChecklistDesk.rule(rule)
        guard ChecklistAttachment.rules.contains(rule.id) else {
            throw CommandFailure(
                .unusable,
                "\(rule.id) is judged by the program and takes no file.",
                "\(rule.id) 由程序判定，不接受文件。"
            )
        }
        let name = URL(filePath: file).lastPathComponent
        guard TapeHeader.isSafe(name), name.utf8.count <= TapeHeader.nameLength else {
            throw CommandFailure(
                .unusable,
                "The file's name cannot stand in an evidence bundle; give it a plain one of at most 100 octets.",
                "该文件名不能用于证据包，请改用不超过 100 字节的普通文件名。"
            )
        }
        let bytes = try InputFile.read(file, longest: ChecklistAttachment.largest)
        guard (1...ChecklistAttachment.largest).contains(bytes.count) else {
            throw CommandFailure(
                .unusable,
                "\(file) is empty or larger than 10 MB.",
                "\(file) 为空或超过 10 MB。"
            )
        }
        let desk = try ChecklistDesk(config.path)
        let attachment = ChecklistAttachment(
            rule.id,
            name: name,
            sha256: Hexadecimal.encode(Digest.sha256(bytes)),
            by: try await person.person(desk.workspace, inLive: .narrow),
            at: desk.workspace.clock.now
        )
        try await desk.store.keep(attachment, content: bytes)
        Terminal.print(say("attached, SHA-256 \(attachment.sha256)", "已附加，SHA-256 \(attachment.sha256)"))
        if rule.level == .must, !attachment.person.isProved { Terminal.print(ChecklistWords.inVain[Speech.language]) }
    }
}
