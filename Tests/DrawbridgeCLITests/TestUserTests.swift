import Foundation
import IdentityProvider
import JointDebug
import Onboarding
import SAML
import Storage
import TestSupport
import Testing
import XMLSecurity

@testable import DrawbridgeCLI

@Suite("Test users, by the command and at a running service", .ownThread)
struct TestUserTests {
    private static let password = "correct horse\n"

    private static func text(_ outcome: CommandLineTool.Outcome) -> String {
        String(decoding: outcome.output, as: UTF8.self) + outcome.errors
    }

    private static func configure(_ command: DrawbridgeCommand, _ yaml: String) throws {
        let url = command.directory.appending(path: "drawbridge.yaml")
        try Data((String(contentsOf: url, encoding: .utf8) + yaml).utf8).write(to: url)
    }

    private static func add(
        _ command: DrawbridgeCommand,
        _ name: String,
        account: String = "a-1",
        password: String = password
    ) throws -> CommandLineTool.Outcome {
        let arguments = ["test-users", "add", name, "--x-user-id", "u-1", "--x-account-id", account]
        return try command.run(arguments, input: password)
    }

    @Test("A user is added, changed, listed and removed; no password and no name stands in the trail")
    func walk() throws {
        let installation = try Installation()
        let command = installation.command
        try Self.configure(command, "test_directory: {file: users/test.yaml, accounts: 'a-1, a-2'}\n")
        #expect(Self.text(try installation.run("serve", "--check")).contains("test-users add"))
        #expect(try Self.text(Self.add(command, "zhangwei")).contains("added"))
        #expect(try Self.text(Self.add(command, "lilei", account: "a-3")).contains("added"))
        #expect(try Self.text(Self.add(command, "zhangwei", account: "a-2")).contains("changed"))
        let path = command.directory.appending(path: "users/test.yaml").path(percentEncoded: false)
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        let users = try TestUserFile(path: path).users()
        #expect(users.map(\.name) == ["lilei", "zhangwei"] && users.map(\.xAccountID) == ["a-3", "a-2"])
        #expect(users[0].password.matches(Secret("correct horse")))

        let list = try installation.run("test-users", "list", "--format", "json")
        let object = try #require(JSONSerialization.jsonObject(with: Data(list.output)) as? [String: Any])
        let items = try #require(object["items"] as? [[String: Any]])
        #expect(items.map { $0["is_listed"] as? Bool } == [false, true])
        #expect(!Self.text(list).contains("scrypt"))
        #expect(try installation.run("test-users", "remove", "lilei").status == 0)
        #expect(try TestUserFile(path: path).users().map(\.name) == ["zhangwei"])
        let trail = try Self.text(installation.run("audit", "list", "--kind", "test-directory", "--format", "json"))
        for action in ["added", "changed", "removed"] { #expect(trail.contains(action), "\(trail)") }
        for secret in ["zhangwei", "lilei", "scrypt", "correct"] { #expect(!trail.contains(secret), "\(trail)") }
    }

    @Test(
        "A file with a fault is told with what to do",
        arguments: [
            ("users: [{name: a, password: plain, x_user_id: u, x_account_id: a}]", "scrypt"),
            ("users: [{name: a, password: p, x_user_id: u}]", "x_account_id"),
            ("users: [{name: a, password: p, x_user_id: u, x_account_id: a, fist_login: true}]", "fist_login"),
            ("users: [{name: 'a b', password: p, x_user_id: u, x_account_id: a}]", "a b"),
            ("users: [{name: a, password: p, x_user_id: '', x_account_id: a}]", "x_user_id"),
            ("users: [", "YAML"), ("- a", "x_user_id"),
        ]
    )
    func faults(file: String, says: String) throws {
        let command = try DrawbridgeCommand()
        let path = try command.file("test.yaml", file)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        let open = #expect(throws: CommandFailure.self) { try TestUserFile(path: path).users() }
        #expect(open?.description.contains("chmod 600") == true)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        let failure = #expect(throws: CommandFailure.self) { try TestUserFile(path: path).users() }
        #expect(failure?.description.contains(says) == true, "\(String(describing: failure))")
    }

    @Test("In stage live the service does not begin with test users")
    func live() async throws {
        let installation = try Installation()
        try Self.configure(installation.command, "test_directory: {file: test.yaml}\n")
        _ = try Self.add(installation.command, "zhangwei")
        let database = try Self.database(installation.command)
        let now = Instant(seconds: 1_795_000_000)
        try await SQLiteStageStore(database).change(to: .live, at: now, by: "Li", reason: "test")
        for command in [["serve", "--check"], ["serve"]] {
            let outcome = try installation.command.run(command)
            #expect(outcome.status == 2 && outcome.errors.contains("test_directory"), "\(outcome.errors)")
        }
    }

    private static func database(_ command: DrawbridgeCommand) throws -> Storage.Database {
        let path = command.directory.appending(path: "drawbridge.sqlite").path(percentEncoded: false)
        return try Storage.Database(path: path)
    }

    @Test("Without a portal a browser signs in over HTTP; a changed password and another stage are followed")
    func service() async throws {
        let command = try DrawbridgeCommand()
        let ports = try await FreePorts.find(2)
        let base = "http://127.0.0.1:\(ports[0])"
        try #require(command.run(["init", "--base-url", base]).status == 0)
        try Self.configure(command, "test_directory: {file: test.yaml}\n")
        try #require(Self.add(command, "zhangwei").status == 0)
        let serviceProvider = try FakeServiceProvider(
            entityID: "http://127.0.0.1:1/sp",
            assertionConsumerService: "http://127.0.0.1:1/acs"
        )
        _ = try command.file("sp.xml", String(decoding: serviceProvider.metadata.document(), as: UTF8.self))
        try #require(command.run(["sp", "import", "sp.xml", "--name", "local"]).status == 0)
        #expect(try command.run(["serve", "--check"]).status == 0)
        let service = try command.start("serve", ports: (ports[0], ports[1]))
        defer {
            kill(service.processIdentifier, SIGKILL)
            service.waitUntilExit()
        }
        var browser = Browser(language: .en)
        for _ in 0..<400 where (try? await browser.open(base + "/readyz"))?.status != 200 {
            try await Task.sleep(for: .milliseconds(25))
        }
        let answer = try await Self.signOn(&browser, serviceProvider, base, "correct horse")
        #expect(try Self.response(answer).contains("ac:classes:Password<"))

        try #require(Self.add(command, "zhangwei", password: "another horse\n").status == 0)
        var status = 0
        for _ in 0..<10 where status != 200 {
            // Ten attempts are all that a name has.
            try await Task.sleep(for: .milliseconds(700))
            var other = Browser(language: .en)
            status = try await Self.signOn(&other, serviceProvider, base, "another horse").status
        }
        #expect(status == 200)
        let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
        try await SQLiteStageStore(Self.database(command)).change(to: .live, at: now, by: "Li", reason: "test")
        #expect(try await browser.open(base + "/login").status == 404)
        let log = try String(contentsOf: command.directory.appending(path: "log"), encoding: .utf8)
        for secret in ["zhangwei", "horse"] { #expect(!log.contains(secret), "\(log)") }
    }

    private static func signOn(
        _ browser: inout Browser,
        _ serviceProvider: FakeServiceProvider,
        _ base: String,
        _ password: String
    ) async throws -> WebExchange {
        let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
        let request = serviceProvider.request(
            id: MessageID.fresh(from: .openSSL),
            to: base + "/saml/sso",
            at: now
        )
        guard case .redirect(let query) = try serviceProvider.redirect(request) else { throw CancellationError() }
        let waiting = try await browser.open(base + "/saml/sso?" + String(decoding: query, as: UTF8.self))
        let location = try #require(waiting.redirect, "\(waiting.text)")
        try #require(location.hasPrefix(base + "/login?request="), "\(location)")
        let page = try await browser.open(location).text
        let fields = page.matches(of: /type="hidden" name="([a-z]+)" value="([^"]*)"/).map {
            (String($0.1), String($0.2))
        }
        try #require(fields.count == 2, "\(page)")
        let form = fields + [("name", "zhangwei"), ("password", password)]
        return try await browser.submit(form, to: base + "/login", from: base)
    }

    private static func response(_ exchange: WebExchange) throws -> String {
        let behind = try #require(exchange.text.split(separator: "name=\"SAMLResponse\" value=\"").last)
        return String(
            decoding: try #require(Base64.decode(behind.prefix { $0 != "\"" }.utf8), "\(exchange.text)"),
            as: UTF8.self
        )
    }
}
