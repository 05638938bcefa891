import ArgumentParser
import HuaweiCloud
import SAML
import XMLSecurity

/// `bss adjust-records`.
struct BSSAdjustRecords: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "adjust-records",
            abstract: say(
                "List what was granted to customers and taken back.",
                "查询调账记录（拨款与回收）。"
            ),
            discussion: say(
                "An empty list is no error; a customer that is not the partner's has one, too.\nExample: drawbridge bss adjust-records --from 2026-11-01T00:00:00Z --all",
                "空列表不是错误；查询非本伙伴客户时也返回空列表。\n示例：drawbridge bss adjust-records --from 2026-11-01T00:00:00Z --all"
            )
        )
    }

    @Option(help: ArgumentHelp(say("The HUAWEI CLOUD account id.", "华为云账号 ID。"), valueName: "id"))
    var customer: String?

    @Option(
        help: ArgumentHelp(
            say(
                "grant, take-back or take-back-on-unbinding.",
                "grant（拨款）、take-back（回收）或 take-back-on-unbinding（解绑回收）。"
            ),
            valueName: say("kind", "类型")
        )
    )
    var kind: String?

    @Option(help: ArgumentHelp(say("At this time or later, UTC.", "起始时间（UTC）。"), valueName: say("time", "时间")))
    var from: String?

    @Option(help: ArgumentHelp(say("At this time or earlier, UTC.", "截止时间（UTC）。"), valueName: say("time", "时间")))
    var to: String?

    @Option(help: ArgumentHelp(say("The transaction.", "事务 ID。"), valueName: "id"))
    var transaction: String?

    @Option(help: ArgumentHelp(say("The cloud reseller.", "云经销商 ID。"), valueName: "id"))
    var indirectPartner: String?

    @Flag(help: ArgumentHelp(say("Ask the older path, v2.", "使用旧版 v2 接口。")))
    var old = false

    @OptionGroup var page: BSSPageOptions
    @OptionGroup var options: BSSOptions

    /// The kinds as an option names them.
    private enum KindName: String, CaseIterable {
        case grant
        case takeBack = "take-back"
        case takeBackOnUnbinding = "take-back-on-unbinding"

        var kind: AdjustRecord.Kind {
            switch self {
            case .grant: .grant
            case .takeBack: .takeBack
            case .takeBackOnUnbinding: .takeBackOnUnbinding
            }
        }
    }

    func validate() throws {
        if let kind { _ = try NamedCase.value(KindName.self, "--kind", kind) }
        for (option, text) in [("--from", from), ("--to", to)] {
            guard text.map({ Instant(xsDateTime: $0) != nil }) ?? true else {
                throw ValidationError(
                    say(
                        "\(option) takes a time such as 2026-11-01T00:00:00Z.",
                        "\(option) 须为 2026-11-01T00:00:00Z 形式的时间。"
                    )
                )
            }
        }
    }

    func run() async throws {
        let connection = try await options.connect()
        let (total, records) = try await fetch(connection)
        let items = records.map(AdjustRecordItem.init)
        switch options.output.format {
        case .json: try ListOutput(schema: AdjustRecordItem.schema, items: items).print()
        case .text:
            Terminal.print(table: [AdjustRecordItem.header] + items.map(\.cells))
            Terminal.print(say("\(items.count) of \(total)", "共 \(total) 条，列出 \(items.count) 条"))
        }
    }

    private func fetch(_ connection: BSSConnection) async throws -> (Int, [AdjustRecord]) {
        guard page.all else {
            let answer = try await connection.send(try query(page.offset, page.limit))
            return (answer.total, answer.records)
        }
        return try await connection.all(query) { ($0.total, $0.records) }
    }

    private func query(_ offset: Int, _ limit: Int) throws -> AdjustRecordQuery {
        try BSSInput.judged { () throws(BSSFieldFault) in
            try AdjustRecordQuery(
                old ? .v2 : .v3,
                customerID: customer,
                kind: kind.flatMap(KindName.init)?.kind,
                from: from.flatMap { Instant(xsDateTime: $0) },
                to: to.flatMap { Instant(xsDateTime: $0) },
                transactionID: transaction,
                indirectPartnerID: indirectPartner,
                offset: offset,
                limit: limit
            )
        }
    }
}
