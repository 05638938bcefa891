import ArgumentParser
import Onboarding
import Storage

/// `associations list`.
struct AssociationsList: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: say("List associations by account.", "按账号列出绑定关系。"),
            discussion: say(
                "Example: drawbridge associations list --state pending",
                "示例：drawbridge associations list --state pending"
            )
        )
    }

    @Option(
        help: ArgumentHelp(
            say("Only those that are unknown, pending, bound or unbound.", "仅列出该状态：unknown、pending、bound 或 unbound。"),
            valueName: say("state", "状态")
        )
    )
    var state: String?

    @OptionGroup var config: ConfigurationOption
    @OptionGroup var output: FormatOption

    func validate() throws {
        if let state { _ = try AssociationStateName.state(state) }
    }

    func run() async throws {
        let store = try await Workspace(config.path).associationStore()
        let wanted = try state.map(AssociationStateName.state)
        let items = try await AllAssociations(store: store).collect { wanted == nil || $0.state == wanted }
            .map(AssociationItem.init)
        switch output.format {
        case .json: try ListOutput(schema: AssociationItem.schema, items: items).print()
        case .text: Terminal.print(table: [AssociationItem.header] + items.map(\.cells))
        }
    }
}

/// A state as an option names it.
enum AssociationStateName {
    static func state(_ name: String) throws -> AssociationState {
        guard let state = AssociationState(rawValue: name) else {
            let known = AssociationState.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError(say("--state takes \(known).", "--state 只能是 \(known)。"))
        }
        return state
    }
}
