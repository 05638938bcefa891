import Foundation
import TestSupport
import Testing

/// The simulation stands in for the real HUAWEI CLOUD here: what only the real one can prove is waived by a person, rule by
/// rule, and everything that a run can prove passes by that run.
@Suite("From an empty directory to stage live, with the simulation in place of HUAWEI CLOUD")
struct SimulatedGoLiveTests {
    /// What the real world must prove: addresses, probes, people, files from Partner Center.
    private static let families = [
        "huawei.idp.", "huawei.sp.", "partner-center.", "whitelist.", "world.", "manual.", "live.", "keys.",
        "settings.", "store.",
    ]

    private static func items(_ outcome: CommandLineTool.Outcome) throws -> [[String: Any]] {
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any]
        return try #require(object?["items"] as? [[String: Any]], "\(outcome.errors)")
    }

    @Test(
        "Every rule that a run can prove passes by name of the run, the rest is answered for, and go-live opens production"
    )
    func wholeWay() throws {
        let command = try DrawbridgeCommand()
        let configuration = ["--config", "d/drawbridge.yaml"]
        let played = try command.run(["joint-debug", "run", "--directory", "d", "--format", "json"])
        try #require(played.status == 0, "\(played.errors)")
        let run = try #require(try JSONSerialization.jsonObject(with: Data(played.output)) as? [String: Any])
        let name = try #require(run["name"] as? String)

        let checklist = ["checklist", "run", "--stage", "live", "--format", "json"] + configuration
        let results = try Self.items(command.run(checklist))
        let proved = results.filter { String(describing: $0["evidence"]).contains(name) }
        #expect(proved.count > 30)
        #expect(proved.allSatisfy { $0["verdict"] as? String == "pass" }, "\(proved)")

        let open = results.filter { item in
            item["level"] as? String == "must" && !["pass", "waived"].contains(item["verdict"] as? String ?? "")
        }.compactMap { $0["rule"] as? String }
        #expect(open.allSatisfy { rule in Self.families.contains { rule.hasPrefix($0) } }, "\(open)")
        for rule in open {
            let waive = ["checklist", "waive", rule, "--by", "Wang", "--reason", "a simulation", "--days", "1"]
            try #require(command.run(waive + configuration).status == 0)
        }

        let operators = ["operators", "add", "wang", "--first", "--output", "wang.token"]
        try #require(command.run(operators + configuration).status == 0)
        let live = [
            "go-live", "--reason", "rehearsal", "--operator-token-file", "wang.token", "--bundle", "bundle.tar.gz",
        ]
        let outcome = try command.run(live + configuration)
        #expect(outcome.status == 0, "\(outcome.errors) \(String(decoding: outcome.output, as: UTF8.self))")
        let moves = try Self.items(
            command.run(["audit", "list", "--kind", "stage", "--format", "json"] + configuration)
        )
        #expect(moves.first?["action"] as? String == "live")
        let verified = try command.run("checklist", "verify", "bundle.tar.gz")
        #expect(verified.status == 0, "\(verified.errors)")
    }
}
