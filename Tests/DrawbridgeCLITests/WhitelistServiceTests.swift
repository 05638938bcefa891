import Foundation
import JointDebug
import SAML
import TestSupport
import Testing

@Suite("A running service and a whitelist that another process changes", .ownThread)
struct WhitelistServiceTests {
    // A second is what is promised; a machine that is busy with other tests gets more of them.
    private static let patience = 200

    /// Waits until a sign-on of a customer goes so.
    private static func becomes(_ isAdmitted: Bool, _ service: RunningService) async throws {
        var last = ""
        for _ in 0..<patience {
            var browser = Browser(language: .en)
            let answer = try await service.start(&browser, try service.token(account: "customer-1"))
            if (answer.status == 303) == isAdmitted {
                if !isAdmitted {
                    #expect(answer.status == 403 && answer.text.contains("whitelist.account"), "\(answer.text)")
                }
                return
            }
            last = answer.text
            try await Task.sleep(for: .milliseconds(50))
        }
        throw RunningService.Unexpected("it does not become \(isAdmitted): \(last)\n\(try service.log)")
    }

    @Test("It refuses whom a command suspends and lets in whom a command resumes, without a restart or a signal")
    func follows() async throws {
        let service = try await RunningService()
        let before = service.identifier
        func run(_ arguments: [String]) throws {
            let outcome = try service.installation.command.run(["whitelist"] + arguments)
            try #require(outcome.status == 0, "\(arguments): \(outcome.errors)")
        }
        try await Self.becomes(true, service)
        let proposed = try service.installation.run(
            "whitelist",
            "propose",
            "--kind",
            "account",
            "--subject",
            "customer-1",
            "--as",
            "li",
            "--format",
            "json"
        )
        let object = try JSONSerialization.jsonObject(with: Data(proposed.output)) as? [String: Any]
        let number = String(try #require((object?["items"] as? [[String: Any]])?.first?["id"] as? Int))
        try run(["approve", number, "--as", "wang"])
        try run(["activate", number, "--as", "li"])
        for _ in 0..<2 {
            try run(["suspend", number, "--as", "li", "--reason", "phone stolen"])
            try await Self.becomes(false, service)
            try run(["resume", number, "--as", "li", "--approved-by", "wang"])
            try await Self.becomes(true, service)
        }
        #expect(service.identifier == before)
        try await service.logs("the whitelist changed")
    }
}
