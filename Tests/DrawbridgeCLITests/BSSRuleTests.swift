import Foundation
import JointDebug
import TestSupport
import Testing

@testable import DrawbridgeCLI

@Suite("The rules of the BSS are judged by what Drawbridge's own client sends", .serialized)
struct BSSRuleTests {
    /// What an installation is told wrongly, and the one rule that this breaks.
    struct Wrong: Sendable, CustomTestStringConvertible {
        let title: String
        let rule: String
        let setting: @Sendable (BSSRuleStage) throws -> BSSRuleStage.Setting

        var testDescription: String { title }

        init(
            _ title: String,
            _ rule: String,
            _ setting: @escaping @Sendable (BSSRuleStage) throws -> BSSRuleStage.Setting
        ) {
            self.title = title
            self.rule = rule
            self.setting = setting
        }

        // The partner's own file with something else in one of its lines.
        private static func altered(_ stage: BSSRuleStage, _ name: String, _ line: String) throws -> String {
            let text = try String(contentsOfFile: stage.callers.path(.partner), encoding: .utf8)
            let lines = text.split(separator: "\n").map { $0.hasPrefix(name) ? "\(name): \(line)" : String($0) }
            return try stage.write(lines.joined(separator: "\n"), to: "altered.yaml")
        }

        static let all = [
            Wrong("an endpoint where nobody is", "bss.endpoint") { stage in
                .init(endpoint: "http://127.0.0.1:1", credentials: stage.callers.path(.partner))
            },
            Wrong("the endpoint of a real site", "bss.endpoint") { stage in
                .init(endpoint: "https://bss.myhuaweicloud.com", credentials: stage.callers.path(.partner))
            },
            Wrong("an SK that is not the AK's", "bss.signature") { stage in
                .init(credentials: try altered(stage, "secret_key", "another"))
            },
            Wrong("an AK that nobody has", "bss.signature") { stage in
                .init(credentials: try altered(stage, "access_key", "ANOTHER"))
            },
            Wrong("a file that is not there", "bss.signature") { _ in .init(credentials: "missing.yaml") },
            Wrong("a clock that is twenty minutes slow", "bss.time") { stage in
                // It is the BSS's that goes ahead: the commands have the machine's.
                stage.simulation.faults.set(try Faults("clock=1200"))
                return .init(credentials: stage.callers.path(.partner))
            },
            Wrong("a password that is not the user's", "bss.token") { stage in
                let user = "user: partner\ndomain: partner\npassword: another\n"
                return .init(credentials: try stage.write(user, to: "user.yaml"))
            },
            Wrong("an operator without the permission items", "bss.caller") { stage in
                .init(credentials: stage.callers.path(.operator))
            },
        ]
    }

    private static let rules: Set = [
        "bss.signature", "bss.time", "bss.token", "bss.endpoint", "bss.adjust-records", "bss.throttling", "bss.errors",
        "bss.order", "bss.caller",
    ]

    private static func failures(_ run: RunRecord) -> String {
        run.scenarios.compactMap { scenario in
            scenario.failure?.failure.map { "\(scenario.id): \($0.sentence.en) \($0.code ?? "-") \($0.message ?? "")" }
        }.joined(separator: "\n")
    }

    @Test("With the right settings each rule holds", arguments: [BSSCaller.partner, .password])
    func right(caller: BSSCaller) async throws {
        let stage = try await BSSRuleStage()
        let run = try await stage.play(.init(credentials: stage.callers.path(caller)))
        let holding = run.rules.filter(\.holds).map(\.rule)
        #expect(Set(holding) == Self.rules, "\(Self.failures(run))")
        #expect(run.rules.count == holding.count, "\(Self.failures(run))")
    }

    @Test("A wrong setting breaks its own rule and no other", arguments: Wrong.all)
    func wrong(wrong: Wrong) async throws {
        let stage = try await BSSRuleStage()
        let run = try await stage.play(try wrong.setting(stage))
        let broken = run.rules.filter { !$0.holds }.map(\.rule)
        #expect(broken == [wrong.rule], "\(Self.failures(run))")
        // What no call came to show is not said to hold.
        let holding = Set(run.rules.filter(\.holds).map(\.rule))
        #expect(holding.isDisjoint(with: ["bss.adjust-records", "bss.errors", "bss.order"]), "\(holding)")
    }
}
