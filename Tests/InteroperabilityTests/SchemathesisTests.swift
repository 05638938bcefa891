import Foundation
import TestSupport
import Testing

@Suite("Schemathesis finds nothing in the administration API that its document does not say", .ownThread)
struct SchemathesisTests {
    /// What Schemathesis judges.
    ///
    /// What is valid may be refused for what the whitelist holds (412, 422): that alone is left out.
    private static let checks = [
        "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
        "response_schema_conformance", "negative_data_rejection", "missing_required_header", "unsupported_method",
        "allow_header_conformance", "ignored_auth",
    ]
    /// Requests that are made up for each operation, besides its examples and the edges of its types.
    private static let examples =
        ProcessInfo.processInfo.environment["DRAWBRIDGE_SCHEMATHESIS_EXAMPLES"].flatMap(Int.init) ?? 10

    @Test("A running service answers everything as documented, an approver's requests and a portal's")
    func conforms() async throws {
        let drawbridge = try await RunningDrawbridge()
        try Self.run(drawbridge, "operators", "add", "wang", "--first", "--output", "wang.token")
        for (name, role) in [("zhao", ["approver"]), ("program", ["portal", "--portal", "mall"])] {
            let add = ["operators", "add", name, "--output", name + ".token", "--operator-token-file", "wang.token"]
            try Self.run(drawbridge, add + ["--role"] + role)
        }
        try Self.enrol(drawbridge)
        try Self.judge(drawbridge)
        let wang = try Self.token(drawbridge, "wang")
        let agreed = ["Authorization": wang, "Drawbridge-Approver": try Self.token(drawbridge, "zhao")]
        try await Self.exercise(drawbridge, agreed)
        try await Self.exercise(drawbridge, ["Authorization": Self.token(drawbridge, "program")], ["enrol"])
        #expect(try drawbridge.command.run("store", "check").status == 0)
        #expect(try drawbridge.command.run("audit", "verify").status == 0)
        let log = try String(contentsOfFile: drawbridge.path("log"), encoding: .utf8)
        #expect(log.contains("administration") && !log.contains("dbop_") && !log.contains("fault"))
        #expect(drawbridge.stop() == 0)
    }

    /// An enrolment in force, so that the portal's requests come as far as the accounts.
    private static func enrol(_ drawbridge: RunningDrawbridge) throws {
        let entry = ["--kind", "enrolment", "--subject", "mall", "--set", "per_day=100000"]
        let terms = entry + ["--set", "valid_until=2099-01-01T00:00:00Z", "--as", "li"]
        let proposed = try drawbridge.command.run(["whitelist", "propose", "--format", "json"] + terms)
        let object = try JSONSerialization.jsonObject(with: Data(proposed.output)) as? [String: Any]
        let id = try #require((object?["items"] as? [[String: Any]])?.first?["id"] as? Int, "\(proposed.errors)")
        for (move, name) in [("approve", "a"), ("approve", "b"), ("activate", "li")] {
            try run(drawbridge, ["whitelist", move, "\(id)", "--as", name])
        }
    }

    /// Runs of the checklist of every kind of verdict, so that their schema has something to judge.
    private static func judge(_ drawbridge: RunningDrawbridge) throws {
        let waive = ["checklist", "waive", "--reason", "a trial", "--days", "1"]
        try run(drawbridge, waive + ["manual.icp", "--operator-token-file", "wang.token"])
        try run(drawbridge, waive + ["manual.contacts", "--by", "Han"])
        for stage in ["live", "prepare"] {
            let outcome = try drawbridge.command.run("checklist", "run", "--stage", stage, "--format", "json")
            let object = try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any]
            try #require(object?["number"] is Int, "\(outcome.errors)")
        }
    }

    private static func run(_ drawbridge: RunningDrawbridge, _ arguments: String...) throws {
        try run(drawbridge, arguments)
    }

    private static func run(_ drawbridge: RunningDrawbridge, _ arguments: [String]) throws {
        let outcome = try drawbridge.command.run(arguments)
        try #require(outcome.status == 0, "\(outcome.errors)")
    }

    private static func token(_ drawbridge: RunningDrawbridge, _ name: String) throws -> String {
        let text = try String(contentsOfFile: drawbridge.path(name + ".token"), encoding: .utf8)
        return "Bearer " + text.trimmingCharacters(in: .newlines)
    }

    private static func exercise(
        _ drawbridge: RunningDrawbridge,
        _ headers: [String: String],
        _ operations: [String] = []
    ) async throws {
        let document = PeerPython.root.appending(path: "Documentation/openapi.yaml").path(percentEncoded: false)
        let job: [String: Any] = [
            "document": document, "url": drawbridge.operationsURL, "directory": drawbridge.path(""),
            "examples": examples, "checks": checks, "headers": headers, "operations": operations,
        ]
        let answer = try await PeerPython.run("schemathesis_api.py", job)
        let output = answer["output"] as? String ?? ""
        #expect(answer["status"] as? Int == 0, "\(output.suffix(6_000))")
        #expect(output.contains("Test cases:"), "\(output.suffix(6_000))")
    }
}
