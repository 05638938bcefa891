import ArgumentParser
import Onboarding
import Server
import Storage

/// Who changes an association: where customers cross an operator token, in joint debugging a label.
struct AssociationAuthorOption: ParsableArguments {
    @OptionGroup var label: AuthorOption
    @OptionGroup var token: OperatorTokenOption

    var reason: String? { label.reason }

    func validate() throws {
        guard label.label == nil || !token.isGiven else {
            throw ValidationError(
                say(
                    "--as is a label for joint debugging; leave it out where a token says who you are.",
                    "--as 仅为联调时的名称；已提供令牌时请勿使用。"
                )
            )
        }
    }

    /// The person's name in the history.
    /// - Parameter workspace: the installation.
    /// - Returns: the name of the token's operator; or the label, as unproved with the system's user.
    /// - Throws: ``OperatorRefusal`` for a token that does not allow it, and for none where customers cross or did.
    func person(_ workspace: Workspace) async throws -> String {
        if let token = try token.token() {
            let operators = SQLiteOperatorStore(workspace.database)
            return try await operators.prove(token, for: .narrow, at: workspace.clock.now).name
        }
        guard try await SQLiteStageStore(workspace.database).stage() == .jointDebug else {
            throw OperatorRefusal(.missing, "")
        }
        return label.label.map { "\($0) (unproved, system user \(Workspace.person))" } ?? Workspace.person
    }
}
