import Foundation
import TestSupport
import Testing
import XMLSecurity

@Suite("The reports of a joint-debug run, and what never stands in them", .ownThread)
struct RunReportTests {
    private static let scenarios = """
        - id: attributes.bad
          purpose: { en: "a <b>bad</b> & wrong one", zh: 不符合的场景 }
          source: mine
          needs: [hand-off]
          steps:
            - do: hand-over
            - do: make-request
            - do: send-request
            - do: check-response
              expect: { attribute.bpId: "<i>somebody</i>" }
        - id: attributes.good
          purpose: { en: good, zh: 符合的场景 }
          source: mine
          needs: [hand-off]
          steps:
            - do: hand-over
            - do: make-request
            - do: send-request
            - do: check-response
        """

    private static func folder(_ command: DrawbridgeCommand) throws -> URL {
        let runs = command.directory.appending(path: "d/joint-debug/runs")
        let name = try #require(FileManager.default.contentsOfDirectory(atPath: runs.path).first)
        return runs.appending(path: name)
    }

    @Test(
        "The timeline is one well-formed page without script and without anything from elsewhere; JUnit and Markdown count"
    )
    func forms() throws {
        let command = try DrawbridgeCommand()
        _ = try command.file("mine.yaml", Self.scenarios)
        let outcome = try command.run("joint-debug", "run", "--directory", "d", "--file", "mine.yaml", "--lang", "en")
        #expect(outcome.status == 1, "\(outcome.errors)")
        let folder = try Self.folder(command)
        func text(_ name: String) throws -> String {
            try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }

        let timeline = try text("timeline.html")
        let page = timeline.replacing("<!DOCTYPE html>\n", with: "")
        #expect(throws: Never.self) { try XMLDocument(parsing: Array(page.utf8), limits: .metadata) }
        for foreign in ["<script", "src=", "href=", "url(", "@import", "<b>bad</b>", "<i>somebody</i>"] {
            #expect(!timeline.contains(foreign), "\(foreign)")
        }
        for told in ["不符合的场景", "&lt;i&gt;somebody&lt;/i&gt;", "SAMLResponse", "saml:AttributeStatement"] {
            #expect(timeline.contains(told), "\(told)")
        }

        let suite = try XMLDocument(parsing: Array(text("junit.xml").utf8), limits: .metadata).root
        let counts = Dictionary(uniqueKeysWithValues: suite.attributes.map { ($0.name, $0.value) })
        #expect(counts["tests"] == "2" && counts["failures"] == "1" && counts["skipped"] == "0")
        #expect(suite.children.map { $0.children.first?.localName } == ["failure", nil])

        let report = try text("report.md")
        #expect(report.contains("**1 passed, 1 failed, 0 not run**") && report.contains("## ✗ attributes.bad"))
        #expect(!report.contains("<b>bad</b>"))
    }

    @Test("No token, no cookie's value and no key of the BSS stands in a run's files")
    func secrets() throws {
        let command = try DrawbridgeCommand()
        let families = ["--family", "sign-on", "waiting", "bss", "first-login"]
        let outcome = try command.run(["joint-debug", "run", "--directory", "d"] + families)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let directory = command.directory.appending(path: "d")
        let credentials = try FileManager.default.subpathsOfDirectory(atPath: directory.path)
            .filter { $0.contains("simulation/bss/") }
            .map { try String(contentsOf: directory.appending(path: $0), encoding: .utf8) }
        let secrets = credentials.joined(separator: "\n").matches(of: /(?:secret_key|password): "?([^"\n]+)"?/)
        let keys = secrets.map { String($0.1) }
        #expect(!keys.isEmpty)
        let folder = try Self.folder(command)
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { !$0.hasSuffix("/trace") && $0 != "trace" }
        #expect(files.count > 20)
        for file in files {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            for key in keys { #expect(!text.contains(key), "a key of the BSS stands in \(file)") }
            // A hand-off token is a JWT: two JSON objects in Base64, with a dot between.
            #expect(!text.contains(/eyJ[A-Za-z0-9_-]{10,}\.eyJ/), "a token stands in \(file)")
            #expect(!text.contains(/[Cc]ookie: [A-Za-z_]+=[^\[;]/), "a cookie stands in \(file)")
        }
    }
}
