import Foundation
import JointDebug
import SAML

/// A command of the user's that fills a sign-in page.
struct LoginCommand: Sendable {
    let line: String

    @Sendable func fields(_ page: WebExchange) async throws -> [(String, String)] {
        let outcome = try await ChildProcess.run(
            "/bin/sh",
            ["-c", line],
            environment: ["PAGE_URL": page.url],
            input: page.body
        )
        guard outcome.status == 0 else {
            throw CommandFailure(
                .doesNotHold,
                "The login command ended with \(outcome.status): \(outcome.output.prefix(300))",
                "登录命令退出码为 \(outcome.status)：\(outcome.output.prefix(300))"
            )
        }
        return outcome.output.split(separator: "\n").compactMap { line in
            guard let end = line.firstIndex(of: "=") else { return nil }
            return (String(line[..<end]), String(line[end...].dropFirst()))
        }
    }
}
