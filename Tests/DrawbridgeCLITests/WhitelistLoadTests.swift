import Foundation
import JointDebug
import SAML
import TestSupport
import Testing

/// `Scripts/whitelist-load` runs the long form, a million accounts, against the release product.
@Suite("A whitelist of many accounts at a running service", .ownThread)
struct WhitelistLoadTests {
    private static let count = Int(ProcessInfo.processInfo.environment["DRAWBRIDGE_WHITELIST_ACCOUNTS"] ?? "") ?? 10_000
    /// As `whitelist import` is best used: a larger file would keep sign-ons waiting.
    private static let file = 100_000
    private static let clock = ContinuousClock()

    private static func account(_ number: Int) -> String { "customer-" + String(number + 10_000_000_000) }

    @Test("Imported by one process, loaded by another; an account that is suspended is refused, its neighbours are not")
    func many() async throws {
        let service = try await RunningService()
        var figures = try await Self.restart(service).map { (name: "\($0.name), with no account", value: $0.value) }
        figures += try await Self.handOvers(service).map { (name: "\($0.name), with no account", value: $0.value) }
        let imports = try Self.importAll(service.installation)
        figures.append((name: "import of \(min(Self.count, Self.file)), the slowest", value: Self.text(imports.max())))
        figures.append((name: "the store's files", value: try Self.size(service.installation)))
        figures += try await Self.restart(service)
        figures += try await Self.handOvers(service)
        let seen = try await Self.changes(service).sorted()
        figures.append(
            (name: "a change by a command, until it decides, median", value: Self.text(seen[seen.count / 2]))
        )
        figures.append((name: "a change by a command, until it decides, slowest", value: Self.text(seen.last)))
        print("whitelist of \(Self.count) accounts of 20 characters:")
        for (name, value) in figures { print("whitelist:   \(name): \(value)") }
    }

    private static func importAll(_ installation: Installation) throws -> [Duration] {
        try stride(from: 0, to: count, by: file).map { first in
            let rows = (first..<min(first + file, count)).map { "account,\(account($0)),active\n" }.joined()
            _ = try installation.command.file("in.csv", "kind,subject,state\n" + rows)
            let began = clock.now
            let outcome = try installation.run("whitelist", "import", "in.csv", "--as", "li", "--approved-by", "wang")
            try #require(outcome.status == 0, "\(outcome.errors)")
            return clock.now - began
        }
    }

    /// How long a start takes until the service is ready, and the memory that it holds then.
    private static func restart(_ service: RunningService) async throws -> [(name: String, value: String)] {
        let began = clock.now
        try await service.killAndStart()
        let took = clock.now - began
        let status = try String(contentsOfFile: "/proc/\(service.identifier)/status", encoding: .utf8)
        let fields = status.split(separator: "\n").map { $0.split(separator: ":") }
        func megabytes(_ field: String) throws -> String {
            let line = try #require(fields.first { $0.first.map(String.init) == field })
            return "\(try #require(Int(line[1].filter(\.isNumber))) / 1024) MB"
        }
        return [
            ("from start to ready", text(took)), ("memory then", try megabytes("VmRSS")),
            ("memory at its highest", try megabytes("VmHWM")),
        ]
    }

    /// How long a hand-over takes, which asks the whitelist.
    private static func handOvers(_ service: RunningService) async throws -> [(name: String, value: String)] {
        var times: [Duration] = []
        for number in 0..<21 {
            let token = try service.token(account: account(number * (count / 21)))
            var browser = Browser(language: .en)
            let began = clock.now
            let answer = try await service.start(&browser, token)
            times.append(clock.now - began)
            #expect(answer.status == 303, "\(answer.text)")
        }
        return [("a hand-over, median", text(times.sorted()[times.count / 2]))]
    }

    /// How long it takes from the end of a command to the first customer who is refused.
    private static func changes(_ service: RunningService) async throws -> [Duration] {
        var times: [Duration] = []
        for number in 1...7 {
            let suspended = account(number * (count / 8))
            let checked = try service.installation.run("whitelist", "check", "--account", suspended, "--format", "json")
            let object = try JSONSerialization.jsonObject(with: Data(checked.output)) as? [String: Any]
            let entry = try #require((object?["entries"] as? [Int])?.last, "\(checked.errors)")
            let tokens = try (0..<40).map { _ in try service.token(account: suspended) }
            let suspend = ["whitelist", "suspend", String(entry), "--as", "li", "--reason", "phone stolen"]
            try #require(service.installation.command.run(suspend).status == 0)
            times.append(try await refusal(of: tokens, service))
            var browser = Browser(language: .en)
            let neighbour = try service.token(account: account(number * (count / 8) + 1))
            #expect(try await service.start(&browser, neighbour).status == 303)
        }
        return times
    }

    private static func refusal(of tokens: [String], _ service: RunningService) async throws -> Duration {
        let began = clock.now
        for token in tokens {
            var browser = Browser(language: .en)
            let answer = try await service.start(&browser, token)
            if answer.status == 403 { return clock.now - began }
            try await Task.sleep(for: .milliseconds(25))
        }
        throw RunningService.Unexpected("a suspended account is not refused:\n\(try service.log)")
    }

    private static func size(_ installation: Installation) throws -> String {
        let octets = try ["", "-wal"].map { suffix in
            let path = installation.command.directory.appending(path: "drawbridge.sqlite" + suffix).path
            guard FileManager.default.fileExists(atPath: path) else { return 0 }
            return try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        }
        return "\(octets.reduce(0, +) >> 20) MB"
    }

    private static func text(_ time: Duration?) -> String {
        "\(Int((time ?? .zero) / .milliseconds(1))) ms"
    }
}
