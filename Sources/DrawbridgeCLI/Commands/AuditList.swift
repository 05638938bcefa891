import ArgumentParser
import IdentityProvider
import Server
import Storage
import XMLSecurity

/// `audit list`.
struct AuditList: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: say("List the records of the ledger and the trail, newest first.", "列出签发账本与审计记录，最新的在前。"),
            discussion: say(
                "Example: drawbridge audit list --since 24h --kind hand-off-refused --format json",
                "示例：drawbridge audit list --since 24h --kind hand-off-refused --format json"
            )
        )
    }

    @Option(help: ArgumentHelp(say("From this time on.", "起始时间。"), valueName: say("time", "时间")))
    var since: String?
    @Option(help: ArgumentHelp(say("Until this time.", "截止时间。"), valueName: say("time", "时间")))
    var until: String?
    @Option(help: ArgumentHelp(say("Of this xAccountId.", "指定的 xAccountId。"), valueName: "id"))
    var account: String?
    @Option(help: ArgumentHelp(say("Of this service provider's entity id.", "指定服务提供商的 entityID。"), valueName: "uri"))
    var sp: String?
    @Option(help: ArgumentHelp(say("With this refusal code.", "指定的拒绝代码。"), valueName: say("code", "代码")))
    var code: String?
    @Option(help: ArgumentHelp(say("With this reference id.", "指定的参考编号。"), valueName: "id"))
    var reference: String?
    @Option(
        help: ArgumentHelp(
            say("One of: ", "取值：") + AuditKind.allCases.map(\.rawValue).joined(separator: ", "),
            valueName: say("kind", "类别")
        )
    )
    var kind: String?
    @Option(help: ArgumentHelp(say("How many a page.", "每页条数。"), valueName: say("number", "条数")))
    var limit = 50
    @Option(help: ArgumentHelp(say("Which page, from 1.", "第几页，从 1 开始。"), valueName: say("number", "页码")))
    var page = 1

    @OptionGroup var zone: TimeZoneOption
    @OptionGroup var config: ConfigurationOption
    @OptionGroup var output: FormatOption

    func validate() throws {
        for (name, text) in [("--since", since), ("--until", until)] {
            guard text.map({ zone.time.instant($0) != nil }) ?? true else {
                throw ValidationError(say("\(name) takes \(TimeArgument.rule).", "\(name) 须为\(TimeArgument.rule)。"))
            }
        }
        guard (1...10_000).contains(limit), (1...1_000_000).contains(page) else {
            throw ValidationError(
                say("--limit takes 1 to 10000, --page 1 or more.", "--limit 只能是 1 到 10000，--page 从 1 开始。")
            )
        }
        guard kind.map({ AuditKind(rawValue: $0) != nil }) ?? true else {
            let known = AuditKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError(say("--kind takes \(known).", "--kind 只能是 \(known)。"))
        }
    }

    func run() async throws {
        let workspace = try Workspace(config.path)
        let records = try await workspace.archive.records(query(workspace))
        switch output.format {
        case .json: try ListOutput(schema: "drawbridge.audit.v1", items: records.map(ReportedRecord.init)).print()
        case .text: table(records)
        }
    }

    private func query(_ workspace: Workspace) throws -> AuditQuery {
        var query = AuditQuery()
        query.since = since.flatMap { zone.time.instant($0) }
        query.until = until.flatMap { zone.time.instant($0) }
        query.account = try account.map { try workspace.accountHash().hash($0) }
        query.serviceProvider = sp
        query.code = code
        query.reference = reference
        query.kind = kind.flatMap { AuditKind(rawValue: $0) }
        query.limit = limit
        query.offset = (page - 1) * limit
        return query
    }

    private func table(_ records: [AuditRecord]) {
        let header = [say("TIME", "时间"), say("KIND", "类别"), say("WHAT", "内容"), say("REFERENCE", "参考编号")]
        let rows = records.map { record in
            [zone.time.show(record.at), record.kind.rawValue, ReportedRecord(record).summary, record.reference ?? "-"]
        }
        Terminal.print(table: [header] + rows)
        if records.count == limit {
            Terminal.error(say("There may be more: --page \(page + 1)", "可能还有更多：--page \(page + 1)"))
        }
    }
}
