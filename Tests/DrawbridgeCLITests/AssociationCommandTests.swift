import Foundation
import JointDebug
import Onboarding
import Storage
import TestSupport
import Testing
import XMLSecurity

@Suite("Associations by hand", .ownThread)
struct AssociationCommandTests {
    private static let csv = "x_account_id,state,domain_id\nb,bound,d-2\na,pending,\n"

    private static func text(_ outcome: CommandLineTool.Outcome) -> String {
        String(decoding: outcome.output, as: UTF8.self)
    }

    private static func items(_ outcome: CommandLineTool.Outcome) throws -> [[String: Any]] {
        let object = try #require(JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any])
        return try #require(object["items"] as? [[String: Any]])
    }

    @Test("A file is tried, imported, listed, exported in one order, and imported again without a change")
    func file() throws {
        let installation = try Installation()
        _ = try installation.command.file("in.csv", Self.csv)
        let dry = try installation.run("associations", "import", "in.csv", "--dry-run")
        #expect(Self.text(dry).contains("2 would change, 0 stay"), "\(dry.errors)")
        #expect(try Self.items(installation.run("associations", "list", "--format", "json")).isEmpty)
        let imported = try installation.run("associations", "import", "in.csv", "--format", "json")
        #expect(try Self.items(imported).map { $0["x_account_id"] as? String } == ["a", "b"])
        let bound = try installation.run("associations", "list", "--state", "bound", "--format", "json")
        #expect(try Self.items(bound).map { $0["domain_id"] as? String } == ["d-2"])

        for format in ["csv", "json"] {
            let exported = try installation.run("associations", "export", "--format", format)
            #expect(exported.status == 0)
            _ = try installation.command.file("out." + format, Self.text(exported))
            let again = try installation.run("associations", "import", "out." + format)
            #expect(Self.text(again).contains("0 changed, 2 stay"), "\(format): \(again.errors)")
            #expect(try installation.run("associations", "export", "--format", format).output == exported.output)
        }
    }

    /// Where customers cross, or did, a name on the command line is nobody.
    @Test(
        "Behind production's gate an operator token changes associations, and a name does not",
        arguments: [Stage.live, .closed]
    )
    func live(stage: Stage) async throws {
        let installation = try Installation()
        let first = ["operators", "add", "wang", "--first", "--output", "wang.token"]
        try #require(installation.command.run(first).status == 0)
        for (name, role) in [("han", "editor"), ("sun", "viewer")] {
            let add = ["operators", "add", name, "--role", role, "--output", "\(name).token"]
            try #require(installation.command.run(add + ["--operator-token-file", "wang.token"]).status == 0)
        }
        let store = installation.command.directory.appending(path: "drawbridge.sqlite").path(percentEncoded: false)
        let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
        try await SQLiteStageStore(Database(path: store)).change(to: stage, at: now, by: "test", reason: "test")
        _ = try installation.command.file("in.csv", Self.csv)
        let changes = [
            ["associations", "set", "a", "--state", "unbound", "--reason", "seen"],
            ["associations", "import", "in.csv", "--reason", "seen"], ["associations", "sync", "--apply"],
        ]
        for change in changes {
            for label in [[], ["--as", "li"]] {
                let refused = try installation.command.run(change + label)
                #expect(
                    refused.status == 2 && refused.errors.contains("DRAWBRIDGE_OPERATOR_TOKEN"),
                    "\(refused.errors)"
                )
            }
            let viewer = try installation.command.run(change + ["--operator-token-file", "sun.token"])
            #expect(viewer.status == 1 && viewer.errors.contains("sun (viewer)"), "\(viewer.errors)")
            let both = try installation.command.run(change + ["--as", "li", "--operator-token-file", "han.token"])
            #expect(both.status == 2)
        }
        #expect(try Self.items(installation.run("associations", "list", "--format", "json")).isEmpty)
        for change in changes.prefix(2) {
            let made = try installation.command.run(change + ["--operator-token-file", "han.token"])
            #expect(made.status == 0, "\(made.errors)")
        }
        #expect(try installation.run("associations", "import", "in.csv", "--dry-run").status == 0)
        let shown = try installation.run("associations", "show", "b", "--format", "json")
        #expect(Self.text(shown).contains(#""person" : "han""#), "\(shown.errors)")
    }

    @Test("What an operator says is kept with who and why")
    func set() throws {
        let installation = try Installation()
        let command = [
            "associations", "set", "a", "--state", "bound", "--domain-id", "d", "--as", "li", "--reason", "seen",
        ]
        let dry = try installation.command.run(command + ["--dry-run"])
        #expect(Self.text(dry).contains("would be"), "\(dry.errors)")
        #expect(try installation.run("associations", "show", "a").status == 2)
        #expect(try installation.command.run(command).status == 0)
        #expect(Self.text(try installation.command.run(command)).contains("already"))
        let shown = try installation.run("associations", "show", "a", "--format", "json")
        let object = try #require(JSONSerialization.jsonObject(with: Data(shown.output)) as? [String: Any])
        let history = try #require(object["history"] as? [[String: Any]])
        #expect(history.map { $0["person"] as? String } == ["li (unproved, system user \(NSUserName()))"])
        #expect(history.map { $0["reason"] as? String } == ["seen"])
        #expect(Self.text(try installation.run("associations", "show", "a")).contains("unknown -> bound"))
        #expect(Self.text(try installation.run("associations", "replay")).contains("no notification"))
        #expect(try Self.items(installation.run("associations", "deliveries", "--format", "json")).isEmpty)
    }

    @Test("A portal's webhook gets a secret that only the owner reads, and loses it with the portal")
    func webhook() throws {
        let installation = try Installation()
        try installation.makeKey("mall", "-algorithm", "ed25519")
        let portal = ["portals", "add", "mall", "--sign-in-url", "https://mall.example.com/", "--key", "mall.pub"]
        let more = ["--algorithm", "EdDSA", "--webhook-url", "https://mall.example.com/hook"]
        let added = try installation.command.run(portal + more)
        #expect(added.status == 0, "\(added.errors)")
        let secret = installation.command.directory.appending(path: "portals/mall.webhook.secret")
        let path = secret.path(percentEncoded: false)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
        #expect(try installation.run("portals", "list").status == 0)
        try Data("short".utf8).write(to: secret)
        let damaged = try installation.run("serve", "--check")
        #expect(damaged.status == 2 && damaged.errors.contains("openssl rand"), "\(damaged.errors)")
        #expect(try installation.run("portals", "remove", "mall").status == 0)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("The documentation's Python takes what is genuine and nothing else")
    func documented() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "Documentation/associations.md"), encoding: .utf8)
        let behind = try #require(page.split(separator: "<!-- verified by the tests -->\n```python\n").last)
        let function = try #require(behind.split(separator: "\n```").first)
        let key = [UInt8](repeating: 5, count: 32)
        let code = Hexadecimal.encode(Digest.hmacSHA256(Array(#"1795000000.{"a":1}"#.utf8), key: key))
        let calls = [
            ("{\"a\":1}", 1_795_000_000), ("{\"a\":1}", 1_795_000_300), ("{\"a\":1}", 1_795_000_301),
            ("{\"a\":1}", 1_794_999_699), ("{\"a\":2}", 1_795_000_000),
        ].map { body, now in
            "print(genuine('\(Base64.encode(key))', headers, b'\(body)', \(now)))"
        }
        let headers = "headers = {'Drawbridge-Timestamp': '1795000000', 'Drawbridge-Signature': '\(code)'}"
        let program = (["import base64, hashlib, hmac", String(function), headers] + calls).joined(separator: "\n")
        let outcome = try CommandLineTool.run("python3", ["-c", program])
        #expect(
            Self.text(outcome).split(separator: "\n") == ["True", "True", "False", "False", "False"],
            "\(outcome.errors)"
        )
    }
}
