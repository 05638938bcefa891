import ArgumentParser
import Foundation
import Onboarding

/// The token that proves who runs a command: from a file or the environment, never from the command line, which every
/// user of the machine can read.
struct OperatorTokenOption: ParsableArguments {
    static let variable = "DRAWBRIDGE_OPERATOR_TOKEN"

    @Option(
        name: .customLong("operator-token-file"),
        help: ArgumentHelp(
            say(
                "The file of your operator token, mode 0600; else \(variable) of the environment.",
                "操作员令牌文件，权限 0600；否则取环境变量 \(variable)。"
            ),
            valueName: say("file", "文件")
        )
    )
    var path: String?

    private static var environment: String? {
        ProcessInfo.processInfo.environment[variable].flatMap { $0.isEmpty ? nil : $0 }
    }

    var isGiven: Bool { path != nil || Self.environment != nil }

    /// The token, `nil` when none is given.
    func token() throws -> OperatorToken? {
        if let path { return try OperatorTokenFile.read(path) }
        guard let text = Self.environment else { return nil }
        guard let token = OperatorToken(text) else { throw OperatorRefusal(.stranger, Self.variable) }
        return token
    }
}
