import ArgumentParser
import IdentityProvider
import Server
import Storage
import XMLSecurity

/// `audit why`.
struct AuditWhy: AsyncParsableCommand {
    // An error page is seldom reported with the right minute.
    private static let window: Int64 = 15 * 60

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "why",
            abstract: say("Say what became of one sign-on, and what to do.", "说明某次登录的结果及处理办法。"),
            discussion: say(
                "REFERENCE is the id on the page. With --account and --around, the refusal next to that time is told.\nExample: drawbridge audit why 4f1c09a2b37d\nExample: drawbridge audit why --account 1234567 --around 10:02 --tz Asia/Shanghai",
                "REFERENCE 为页面上的参考编号。给出 --account 和 --around 时，说明最接近该时间的一次拒绝。\n示例：drawbridge audit why 4f1c09a2b37d\n示例：drawbridge audit why --account 1234567 --around 10:02 --tz Asia/Shanghai"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("The reference id.", "参考编号。"), valueName: say("reference", "参考编号")))
    var reference: String?
    @Option(help: ArgumentHelp(say("The customer's xAccountId.", "客户的 xAccountId。"), valueName: "id"))
    var account: String?
    @Option(help: ArgumentHelp(say("About when it was.", "大约时间。"), valueName: say("time", "时间")))
    var around: String?

    @OptionGroup var zone: TimeZoneOption
    @OptionGroup var config: ConfigurationOption
    @OptionGroup var output: FormatOption

    func validate() throws {
        guard (reference != nil) != (account != nil), (account != nil) == (around != nil) else {
            throw ValidationError(
                say("Give a reference id, or --account with --around.", "请给出参考编号，或同时给出 --account 和 --around。")
            )
        }
        guard around.map({ zone.time.instant($0) != nil }) ?? true else {
            throw ValidationError(say("--around takes \(TimeArgument.rule).", "--around 须为\(TimeArgument.rule)。"))
        }
    }

    func run() async throws {
        let workspace = try Workspace(config.path)
        let record = reference == nil ? try await nearest(workspace) : try await referenced(workspace)
        guard let record else { throw absent }
        let answer = AuditAnswer(record, time: zone.time)
        switch output.format {
        case .json: Terminal.print(try JSONText.encode(answer.reported))
        case .text: for sentence in answer.sentences { Terminal.print(sentence) }
        }
    }

    private func referenced(_ workspace: Workspace) async throws -> AuditRecord? {
        var query = AuditQuery()
        query.reference = reference?.lowercased()
        return try await workspace.archive.records(query).first
    }

    // A refusal next to the time, else whatever was next to it.
    private func nearest(_ workspace: Workspace) async throws -> AuditRecord? {
        guard let account, let time = around.flatMap({ zone.time.instant($0) }) else { return nil }
        var query = AuditQuery()
        query.account = try workspace.accountHash().hash(account)
        query.since = time.adding(seconds: -Self.window)
        query.until = time.adding(seconds: Self.window)
        query.limit = 10_000
        let records = try await workspace.archive.records(query)
        let refused = records.filter { $0.code != nil }
        return (refused.isEmpty ? records : refused).min {
            abs($0.at.milliseconds - time.milliseconds) < abs($1.at.milliseconds - time.milliseconds)
        }
    }

    private var absent: CommandFailure {
        guard let reference else {
            return CommandFailure(
                .doesNotHold,
                "Nothing is recorded for this account within 15 minutes of that time; its token may not have verified, see: drawbridge audit list --kind hand-off-refused",
                "该时间前后 15 分钟内没有此账号的记录；其令牌可能未通过验证，请查看：drawbridge audit list --kind hand-off-refused"
            )
        }
        return CommandFailure(
            .doesNotHold,
            "Nothing is recorded under \(reference); it is from another installation, removed by retention, or only in the log.",
            "没有编号 \(reference) 的记录；它可能来自其他安装、已按保留期删除，或仅存在于日志中。"
        )
    }
}
