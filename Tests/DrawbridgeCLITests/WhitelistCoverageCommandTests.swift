import Foundation
import JointDebug
import SAML
import TestSupport
import Testing

@testable import DrawbridgeCLI

@Suite("Before going live: coverage, copies, and how far an import is", .ownThread)
struct WhitelistCoverageCommandTests {
    private static func object(_ outcome: CommandLineTool.Outcome) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any], "\(outcome.errors)")
    }

    @Test("Who signed on is found behind the ledger's hash, and is covered when live names SP and account")
    func signedOn() async throws {
        let service = try await RunningService()
        var browser = Browser(language: .en)
        #expect(try await service.signOn(&browser).status == 200)
        let installation = service.installation
        let set = [
            "associations", "set", "b-2", "--state", "bound", "--domain-id", "d", "--as", "li", "--reason", "told",
        ]
        let told = try installation.command.run(set)
        #expect(told.status == 0, "\(told.errors)")
        #expect(
            try Self.coverage(installation) == ["a-1 whitelist.service-provider", "b-2 whitelist.service-provider"]
        )
        let text = try installation.run("whitelist", "coverage", "--since", "1h")
        #expect(String(decoding: text.output, as: UTF8.self).contains("2 of 2 known customers"))
        #expect(try installation.run("operators", "add", "wang", "--first", "--output", "wang.token").status == 0)
        let add = ["operators", "add", "li", "--role", "editor", "--output", "li.token"]
        #expect(try installation.command.run(add + ["--operator-token-file", "wang.token"]).status == 0)
        let copied = try Self.live(installation, "li", "copy", "--from", "joint-debug", "--to", "live")
        let proposed = try Self.live(
            installation,
            "li",
            "propose",
            "--stage",
            "live",
            "--kind",
            "account",
            "--subject",
            "a-1"
        )
        let console = ["--kind", "destination", "--subject", "https://console.huaweicloud.com/"]
        let places = try Self.live(installation, "li", ["propose", "--stage", "live"] + console)
        let ids = copied + proposed
        #expect(ids.count == 2 && places.count == 1)
        for move in ["approve", "activate"] {
            #expect(try Self.live(installation, "wang", [move, "--stage", "live"] + ids) == ids)
        }
        #expect(try Self.coverage(installation) == ["a-1 whitelist.destination", "b-2 whitelist.account"])
        for move in ["approve", "activate"] {
            _ = try Self.live(installation, "wang", [move, "--stage", "live"] + places)
        }
        #expect(try Self.coverage(installation) == ["b-2 whitelist.account"])
        _ = try Self.live(installation, "li", ["suspend", "--stage", "live", ids[1]])
        #expect(try Self.coverage(installation) == ["a-1 whitelist.account", "b-2 whitelist.account"])
    }

    private static func coverage(_ installation: Installation) throws -> [String] {
        let outcome = try installation.run("whitelist", "coverage", "--format", "json")
        let report = try object(outcome)
        let items = try #require(report["items"] as? [[String: Any]])
        #expect(report["judged"] as? Int == 2 && report["refused"] as? Int == items.count, "\(report)")
        #expect(outcome.status == (items.isEmpty ? 0 : 1))
        return items.map { "\($0["account"] ?? "?") \($0["code"] ?? "?")" }
    }

    private static func live(_ installation: Installation, _ name: String, _ arguments: String...) throws -> [String] {
        try live(installation, name, arguments)
    }

    /// Changes `live` in somebody's name; the numbers of the entries.
    private static func live(_ installation: Installation, _ name: String, _ arguments: [String]) throws -> [String] {
        let proof = ["--operator-token-file", name + ".token", "--reason", "going live", "--format", "json"]
        let outcome = try installation.command.run(["whitelist"] + arguments + proof)
        let items = try #require(try object(outcome)["items"] as? [[String: Any]], "\(outcome.errors)")
        return items.compactMap { $0["id"] as? Int }.map(String.init)
    }

    @Test("A copy proposes what is active, with what metadata says of the SP, and tells what it leaves out")
    func copy() async throws {
        let service = try await RunningService()
        let installation = service.installation
        let csv = "kind,subject,state\naccount,a-1,active\naccount,ab*,active\n"
        _ = try installation.command.file("in.csv", csv)
        let taken = try installation.run("whitelist", "import", "in.csv", "--as", "li", "--approved-by", "wang")
        #expect(taken.status == 0, "\(taken.errors)")
        let copy = ["whitelist", "copy", "--from", "joint-debug", "--to", "live", "--format", "json"]
        let alone = try installation.command.run(copy + ["--reason", "x"])
        #expect(alone.status == 1 && alone.errors.contains("operator token"), "\(alone.errors)")
        #expect(try installation.run("operators", "add", "wang", "--first", "--output", "wang.token").status == 0)
        let proof = ["--operator-token-file", "wang.token", "--reason", "going live"]
        let dry = try installation.command.run(copy + proof + ["--dry-run"])
        #expect(try (Self.object(dry)["items"] as? [Any])?.count == 2, "\(dry.errors)")
        let made = try installation.command.run(copy + proof)
        #expect(made.status == 0 && made.errors.contains("4 characters"), "\(made.errors)")
        #expect(made.errors.contains("names its host"), "\(made.errors)")
        let listed = try Self.object(installation.run("whitelist", "list", "--stage", "live", "--format", "json"))
        let items = try #require(listed["items"] as? [[String: Any]])
        #expect(items.map { $0["state"] as? String } == ["proposed", "proposed"])
        let exported = try installation.run("whitelist", "export", "--stage", "live")
        let rows = String(decoding: exported.output, as: UTF8.self)
        #expect(rows.contains("service-provider,\(service.serviceProvider.entityID),proposed,,,listed,https://"))
        let again = try Self.object(installation.command.run(copy + proof))
        #expect((again["items"] as? [Any])?.isEmpty == true)
    }

    @Test("How far an import is shows on a terminal and nowhere else")
    func progress() throws {
        let installation = try Installation()
        let rows = (0..<2_000).map { "account,customer-\($0),active\n" }.joined()
        _ = try installation.command.file("in.csv", "kind,subject,state\n" + rows)
        let command = ["whitelist", "import", "in.csv", "--as", "li", "--approved-by", "wang"]
        let piped = try installation.command.run(command + ["--dry-run"])
        #expect(piped.status == 0 && piped.errors.isEmpty, "\(piped.errors)")
        let words = [DrawbridgeCommand.executable.path(percentEncoded: false)] + command
        let line = words.map { "'\($0)'" }.joined(separator: " ")
        let directory = installation.command.directory.path(percentEncoded: false)
        let shown = try CommandLineTool.run("script", ["-qec", "cd '\(directory)' && LANG=C \(line)", "/dev/null"])
        let text = String(decoding: shown.output, as: UTF8.self)
        #expect(text.contains("50 %  1000/2000"), "\(text)")
        #expect(text.contains("2000 changed, 0 stay"), "\(text)")
        #expect(ProgressBar.line("writing", 1, of: 4) == "writing [#######-----------------------] 25 %  1/4")
    }
}
