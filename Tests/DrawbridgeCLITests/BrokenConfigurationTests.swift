import TestSupport
import Testing

@testable import DrawbridgeCLI
@testable import JointDebug

@Suite("Scenarios can fail: one thing wrong makes one family fail", .ownThread)
struct BrokenConfigurationTests {
    /// What makes a family fail, and no other: a setting where there is one, and a faulty proxy where there is none.
    private enum Breakage {
        case setting(String, String)
        case proxy(ProxyFault)

        static func of(_ family: ScenarioFamily) -> Breakage {
            switch family {
            case .metadata: .proxy(.badMetadata)
            case .signOn: .setting("DRAWBRIDGE_SKEW", "600")
            case .firstLogin: .proxy(.forgetsLongDomainIDs)
            case .attributes: .setting("DRAWBRIDGE_ATTRIBUTES_OPTIONAL", "never")
            case .requests: .proxy(.looksAtSignaturesOnly)
            case .waiting: .proxy(.losesWaitingRequests)
            case .logout: .proxy(.unsignedLogout)
            case .notification: .proxy(.takesAnyNotification)
            case .bss: .setting("DRAWBRIDGE_BSS_CREDENTIALS_FILE", "missing.yaml")
            case .rollover: .proxy(.cachedMetadata)
            case .load: .proxy(.turnsCrowdsAway)
            }
        }
    }

    // All that come with the program, in one file; of the load a short form.
    private static func everything(customers: Int) throws -> String {
        let texts = ScenarioSet.files.map { String(decoding: $0.1, as: UTF8.self) }
        return texts.joined(separator: "\n").replacing("customers: \"1000\"", with: "customers: \"\(customers)\"")
    }

    @Test(
        "What breaks one thing fails scenarios of that family, and of no other; every family is played",
        arguments: ScenarioFamily.allCases
    )
    func broken(family: ScenarioFamily) async throws {
        let proxied = try await ProxiedRun()
        _ = try proxied.command.file("all.yaml", Self.everything(customers: family == .load ? 50 : 5))
        let arguments = ["--file", "all.yaml", "--family"] + ScenarioFamily.allCases.map(\.rawValue)
        let run =
            switch Breakage.of(family) {
            case .setting(let name, let value):
                try await proxied.play(nil, arguments, environment: [name: value])
            case .proxy(let fault): try await proxied.play(fault, arguments)
            }
        let failed = run.scenarios.filter { $0.verdict == .failed }
        #expect(Set(failed.map(\.family)) == [family], "\(run.whyFailed)")
        #expect(Set(run.scenarios.map(\.family)) == Set(ScenarioFamily.allCases))
        #expect(run.count(.notRun) == 0 && run.scenarios.count > 100)
    }

    @Test("A proxy that changes nothing fails nothing")
    func whole() async throws {
        let families: [ScenarioFamily] = [.metadata, .signOn, .firstLogin, .waiting, .logout, .notification]
        let run = try await ProxiedRun().play(ProxyFault(), ["--family"] + families.map(\.rawValue))
        #expect(run.holds, "\(run.whyFailed)")
    }
}

extension RunRecord {
    /// The scenarios that failed, each with its step and the reason.
    fileprivate var whyFailed: [String] {
        scenarios.filter { $0.verdict == .failed }.map { scenario in
            let failure = scenario.failure?.failure
            let reason = [failure?.sentence.en, failure?.message].compactMap { $0 }.joined(separator: "\n")
            return "\(scenario.id), step \(scenario.steps.count): \(reason)"
        }
    }
}
