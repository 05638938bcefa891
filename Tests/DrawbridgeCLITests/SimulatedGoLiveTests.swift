import Foundation
import TestSupport
import Testing

/// The simulation stands in for the real HUAWEI CLOUD here.
///
/// An operator's whole way is walked with the commands of the
/// README and of `Documentation/going-live.md`; what can pass passes, and what only the real world shows is waived by name.
@Suite("From an empty directory to stage live, with the simulation in place of HUAWEI CLOUD", .ownThread)
struct SimulatedGoLiveTests {
    /// Every rule that must hold and that nothing on one machine without internet can satisfy, with what the waiver says.
    ///
    /// The test fails when another rule needs a waiver, and when one of these no longer does.
    private static let waived = [
        "settings.simulation": "A rehearsal: the SP is the simulation, and that is what this rule is there to find.",
        "world.clock": "A rehearsal without internet: no time server can be asked.",
        "world.gateways": "A rehearsal without internet: HUAWEI CLOUD's gateways cannot be reached.",
        "world.gateway-clock": "A rehearsal without internet: HUAWEI CLOUD's gateways cannot be reached.",
        "world.return-addresses": "A rehearsal without internet: the portal's pages are made up.",
        "world.public-base": "A rehearsal on loopback: nobody sees 127.0.0.1 from outside.",
        "world.notification": "A rehearsal on loopback: nobody sees 127.0.0.1 from outside.",
        "world.tls-certificate":
            "A rehearsal: the certificate is self-signed, since no authority signs one for 127.0.0.1.",
        "live.real-sign-on": "A rehearsal: the simulation is not the real HUAWEI CLOUD.",
        "live.real-first-login": "A rehearsal: the simulation is not the real HUAWEI CLOUD.",
        "live.real-notification": "A rehearsal: the simulation is not the real HUAWEI CLOUD.",
    ]

    /// What a person vouches for: here with a file that says that it is a rehearsal.
    private static let vouched = ["manual.huawei-whitelist", "manual.platform-id", "manual.contacts"]

    /// Every family that a running installation can be played with; the others change its keys, or are a load.
    private static let families = [
        "metadata", "sign-on", "first-login", "attributes", "requests", "waiting", "logout", "notification", "bss",
    ]

    private static let walk = ["checklist", "run", "--stage"]

    private static func rules(_ items: [[String: Any]], where holds: ([String: Any]) -> Bool) -> Set<String> {
        Set(items.filter(holds).compactMap { $0["rule"] as? String })
    }

    private static func isOpen(_ item: [String: Any]) -> Bool {
        item["level"] as? String == "must" && item["blocks"] as? Bool == true
    }

    @Test(
        "Everything passes that can, exactly what only the real world shows is waived, and production opens and shuts"
    )
    func wholeWay() async throws {
        let walk = try await SimulatedGoLiveWalk()
        try walk.installation()
        try await walk.importServiceProvider()
        try walk.registrations()
        try await walk.serve()
        let played = try walk.play(["--config", "drawbridge.yaml", "--family"] + Self.families)
        try #require(played.status == 0, "\(played.errors)")
        let run = try #require(try JSONSerialization.jsonObject(with: Data(played.output)) as? [String: Any])
        let name = try #require(run["name"] as? String)
        let known = try walk.whitelist()
        #expect(known.count > 20)
        try walk.run("store", "backup", "before-live.backup")

        _ = try walk.command.file("rehearsal.txt", "A rehearsal against the simulation; nobody was called.\n")
        for rule in Self.vouched {
            try walk.run("checklist", "attach", rule, "rehearsal.txt", "--operator-token-file", "li.token")
        }
        for stage in ["prepare", "joint-debug"] {
            let open = Self.rules(try walk.items(Self.walk + [stage]), where: Self.isOpen)
            #expect(open == [], "\(stage)")
        }
        let live = try walk.items(Self.walk + ["live"])
        #expect(Self.rules(live, where: Self.isOpen) == Set(Self.waived.keys))
        try provenance(of: live, run: name)
        try await opens(walk, run: name, known: known)
    }

    // What was proved against what: nothing here may say that it was the real HUAWEI CLOUD.
    private func provenance(of items: [[String: Any]], run name: String) throws {
        let byRun = items.filter { String(describing: $0["evidence"]).contains(name) }
        #expect(byRun.count > 30)
        #expect(
            byRun.allSatisfy { $0["verdict"] as? String == "pass" && $0["proved_against"] as? String == "simulation" }
        )
        #expect(Self.rules(items) { $0["proved_against"] as? String == "real" } == [])
        let vouched = Self.rules(items) {
            $0["proved_against"] as? String == "person" && $0["verdict"] as? String == "pass"
        }
        #expect(vouched == Set(Self.vouched))
    }

    private func opens(_ walk: SimulatedGoLiveWalk, run name: String, known: [String]) async throws {
        let golive = ["go-live", "--reason", "rehearsal", "--operator-token-file", "wang.token"]
        let blocked = try walk.command.run(golive)
        #expect(
            blocked.status == 1 && blocked.errors.hasPrefix("error: \(Self.waived.count) rules"),
            "\(blocked.errors)"
        )
        for (rule, reason) in Self.waived {
            let waive = ["checklist", "waive", rule, "--reason", reason, "--days", "1"]
            try walk.run(waive + ["--operator-token-file", "wang.token"])
        }
        try walk.run(golive + ["--bundle", "bundle.tar.gz"])
        try bundle(walk, run: name)
        let account = try #require(known.first { $0.hasPrefix("acct-") })
        try await followed(walk, by: "revision=", "stage=live")
        #expect(try walk.crosses(account))
        #expect(try !walk.crosses("acct-of-nobody"))

        try walk.run("go-live", "--back", "--reason", "incident", "--operator-token-file", "li.token")
        try await eventually { try !walk.crosses(account) }
        let reopen = ["go-live", "--reopen", "--reason", "solved", "--operator-token-file", "wang.token"]
        #expect(try walk.command.run(reopen).status == 1)
        try walk.run(reopen + ["--approver-token-file", "li.token"])
        try await eventually { try walk.crosses(account) }
        let moves = try walk.items(["audit", "list", "--kind", "stage"]).compactMap { $0["action"] as? String }
        #expect(moves == ["live", "closed", "live"])
        // The simulation never passes for real: what is waived for going live does not let the service start with it.
        let restart = try walk.command.run("serve", "--check")
        #expect(restart.status != 0 && restart.errors.contains("belongs to a simulation"), "\(restart.errors)")
    }

    private func bundle(_ walk: SimulatedGoLiveWalk, run name: String) throws {
        try walk.run("checklist", "verify", "bundle.tar.gz", "--certificate", "certs/signing-1.crt.pem")
        let path = walk.command.directory.appending(path: "bundle.tar.gz").path(percentEncoded: false)
        let listed = String(decoding: try CommandLineTool.run("tar", ["tzf", path]).output, as: UTF8.self)
        let files = Set(listed.split(separator: "\n").map(String.init))
        let expected = [
            "configuration.sha256", "metadata/idp-metadata.xml", "metadata/sp/huawei-cloud-simulation.xml",
            "joint-debug/\(name)/run.json",
        ]
        #expect(files.isSuperset(of: expected + Self.vouched.map { "attachments/\($0)/rehearsal.txt" }), "\(files)")
    }

    private func followed(_ walk: SimulatedGoLiveWalk, by texts: String...) async throws {
        let log = walk.command.directory.appending(path: "log")
        try await eventually {
            let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
            return lines.contains { line in texts.allSatisfy { line.contains($0) } }
        }
    }

    // A running service follows within a second; a slow machine may take longer.
    private func eventually(_ holds: () throws -> Bool) async throws {
        for _ in 0..<600 {
            if try holds() { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        Issue.record("it did not come so")
    }
}
