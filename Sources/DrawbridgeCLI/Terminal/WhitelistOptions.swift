import ArgumentParser
import Foundation
import Onboarding
import Server
import Storage
import XMLSecurity

/// Whose whitelist, and in which installation.
struct WhitelistOption: ParsableArguments {
    @Option(
        name: .customLong("stage"),
        help: ArgumentHelp(
            say("joint-debug or live; else the present stage.", "joint-debug 或 live；默认为当前阶段。"),
            valueName: say("stage", "阶段")
        )
    )
    var stageName: String?

    @OptionGroup var config: ConfigurationOption

    func validate() throws {
        guard let stageName else { return }
        guard stageName != Stage.closed.rawValue, Stage(rawValue: stageName) != nil else {
            throw ValidationError(say("--stage takes joint-debug or live.", "--stage 只能是 joint-debug 或 live。"))
        }
    }

    /// The whitelist that is meant.
    func desk() async throws -> WhitelistDesk {
        let workspace = try Workspace(config.path)
        let present = try await SQLiteStageStore(workspace.database).stage()
        let stage = stageName.flatMap(Stage.init) ?? present
        return WhitelistDesk(
            store: SQLiteWhitelistStore(workspace.database),
            stage: stage,
            now: workspace.clock.now
        )
    }
}

/// Who agreed, where the change itself must be agreed to.
struct ApproverOption: ParsableArguments {
    @Option(
        name: .customLong("approved-by"),
        help: ArgumentHelp(
            say("Who agreed to it, another person than its author.", "批准人，须不同于操作人。"),
            valueName: say("name", "姓名")
        )
    )
    var name: String?
}

/// Which entries.
struct WhitelistIDs: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            say("Numbers of entries, as list shows them.", "条目编号，见 list。"),
            valueName: say("number", "编号")
        )
    )
    var ids: [Int64]
}
