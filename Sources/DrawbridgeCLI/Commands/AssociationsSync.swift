import ArgumentParser
import HuaweiCloud
import Onboarding
import Server
import Storage
import XMLSecurity

/// `associations sync`.
struct AssociationsSync: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "sync",
            abstract: say(
                "Compare associations with HUAWEI CLOUD's list of customers.",
                "将绑定关系与华为云客户列表核对。"
            ),
            discussion: say(
                "Prints the differences and changes nothing; the exit status is 1 when there are any. --apply writes what HUAWEI CLOUD lists; what was bound within the last hour is left alone, since HUAWEI CLOUD lists it later.\nExample: drawbridge associations sync --apply --reason \"notifications were lost on Monday\"",
                "默认只显示差异，不做修改；存在差异时退出码为 1。--apply 以华为云列表为准写入；最近一小时内绑定的不动，因为华为云列表有延迟。\n示例：drawbridge associations sync --apply --reason \"周一的通知丢失\""
            )
        )
    }

    /// HUAWEI CLOUD associates after it answered; nobody says how long after.
    private static let settling: Int64 = 3600

    @Flag(help: ArgumentHelp(say("Write what HUAWEI CLOUD lists.", "以华为云列表为准写入。")))
    var apply = false

    @OptionGroup var author: AssociationAuthorOption
    @OptionGroup var options: BSSOptions

    func run() async throws {
        let workspace = try Workspace(options.config.path)
        // Before HUAWEI CLOUD is asked for anything.
        let person = apply ? try await author.person(workspace) : author.label.name
        let connection = try await BSSConnection(workspace, options)
        let platform = try connection.requirePlatform()
        let store = try await workspace.associationStore()
        let settled = workspace.clock.now.adding(seconds: -Self.settling)
        let theirs = try await Self.customers(connection)
        let comparison = AssociationComparison(
            ours: try await AllAssociations(store: store).collect(),
            theirs: theirs,
            platformID: platform,
            settled: settled
        )
        try show(comparison)
        guard apply else {
            let isSame = comparison.differences.allSatisfy { $0.kind == .recent }
            if !isSame { throw ExitCode(CommandFailure.Status.doesNotHold.rawValue) }
            return
        }
        guard !comparison.looksForeign else { throw Self.foreign }
        try await write(comparison, store, workspace, by: person)
    }

    private func show(_ comparison: AssociationComparison) throws {
        let items = comparison.differences.map(AssociationDifferenceItem.init)
        switch options.output.format {
        case .json: try ListOutput(schema: AssociationDifferenceItem.schema, items: items).print()
        case .text:
            if !items.isEmpty { Terminal.print(table: [AssociationDifferenceItem.header] + items.map(\.cells)) }
            Terminal.print(
                say(
                    "customers listed: \(comparison.listed), differences: \(items.count)",
                    "华为云列出 \(comparison.listed) 个客户，\(items.count) 处差异"
                )
            )
        }
    }

    private func write(
        _ comparison: AssociationComparison,
        _ store: SQLiteAssociationStore,
        _ workspace: Workspace,
        by person: String
    ) async throws {
        var written = 0
        for difference in comparison.differences {
            guard let proposal = difference.proposal else { continue }
            // The service goes on meanwhile; what changed since is newer than the list.
            guard try await store.association(difference.account) == difference.ours else { continue }
            let judgements = try await store.state(
                [proposal],
                by: .sync,
                person: person,
                reason: author.reason ?? "associations sync",
                at: workspace.clock.now,
                dryRun: false
            )
            written += judgements.filter { $0.outcome == .applied }.count
        }
        guard options.output.format == .text else { return }
        Terminal.print(say("\(written) changed", "已变更 \(written) 个"))
    }

    // A customer that comes or goes between two pages moves the others: one would be missed, and taken for unbound.
    private static func customers(_ connection: BSSConnection) async throws -> [PartnerCustomer] {
        let (count, listed) = try await connection.all(query) { ($0.count, $0.customers) }
        guard listed.count == count, Set(listed.map(\.customerID)).count == count else {
            throw CommandFailure(
                .doesNotHold,
                "The list of customers changed while it was read; try again.",
                "读取过程中客户列表发生了变化，请重试。"
            )
        }
        return listed
    }

    private static func query(_ offset: Int, _ limit: Int) throws -> CustomerQuery {
        try BSSInput.judged { () throws(BSSFieldFault) in try CustomerQuery(offset: offset, limit: limit) }
    }

    private static var foreign: CommandFailure {
        CommandFailure(
            .doesNotHold,
            "HUAWEI CLOUD lists no customer of this platform, and some are bound here; nothing was changed. Check whose AK it is and huawei.platform_id.",
            "华为云未列出本平台的任何客户，而本地存在已绑定客户；未做修改。请检查 AK 属于哪个伙伴以及 huawei.platform_id。"
        )
    }
}
