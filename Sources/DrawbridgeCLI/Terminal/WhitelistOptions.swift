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

    /// The whitelist that is meant; work on it that may be long has a bar with this label.
    func desk(progress label: String? = nil) async throws -> WhitelistDesk {
        let workspace = try Workspace(config.path)
        let present = try await SQLiteStageStore(workspace.database).stage()
        let bar = label.map { ProgressBar($0) }
        return WhitelistDesk(workspace, stage: stageName.flatMap(Stage.init) ?? present) { bar?.report($0, of: $1) }
    }
}

/// Who agreed, where the change itself must be agreed to.
struct ApproverOption: ParsableArguments {
    @Option(
        name: .customLong("approved-by"),
        help: ArgumentHelp(
            say(
                "Who agreed to it, another person than its author; a label for joint debugging.",
                "批准人，须不同于操作人；仅为联调时的名称。"
            ),
            valueName: say("name", "姓名")
        )
    )
    var names: [String] = []

    @Option(
        name: .customLong("approver-token-file"),
        help: ArgumentHelp(
            say("The file of the agreeing person's operator token, mode 0600.", "批准人的操作员令牌文件，权限 0600。"),
            valueName: say("file", "文件")
        )
    )
    var files: [String] = []

    func validate() throws {
        guard names.isEmpty || files.isEmpty else {
            throw ValidationError(
                say("Give --approved-by or --approver-token-file.", "请给出 --approved-by 或 --approver-token-file 之一。")
            )
        }
    }
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
