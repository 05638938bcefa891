import Foundation
import JointDebug
import SAML
import TestSupport
import Testing

@Suite("Keys roll by the command", .ownThread)
struct KeyRolloverCommandTests {
    private static func text(_ outcome: CommandLineTool.Outcome) -> String {
        String(decoding: outcome.output, as: UTF8.self) + outcome.errors
    }

    @Test("For HUAWEI CLOUD a key is activated only after metadata with it first was recorded")
    func cutOver() throws {
        let installation = try Installation()
        #expect(try installation.run("keys", "generate", "--name", "next").status == 0)
        let early = try installation.run("keys", "activate", "next")
        #expect(early.status == 1 && early.errors.contains("keys publish next"), "\(early.errors)")
        #expect(try installation.run("keys", "publish", "next").status == 0)

        let refused = try installation.run("keys", "activate", "next")
        #expect(refused.status == 1)
        for step in ["metadata generate --first next", "access-config record", "keys activate next"] {
            #expect(Self.text(refused).contains(step))
        }
        let plan = try installation.run("keys", "activate", "next", "--plan")
        #expect(plan.status == 0 && plan.output == refused.output)

        // Metadata in which the old key is first does not do.
        let names = [("old.xml", "signing-1", Int32(1)), ("new.xml", "next", 0)]
        for (file, first, status) in names {
            #expect(try installation.run("metadata", "generate", "--first", first, "--output", file).status == 0)
            let recorded = try installation.run("access-config", "record", "--uploaded", file, "--by", "Li")
            #expect(recorded.status == 0 && Self.text(recorded).contains(first), "\(Self.text(recorded))")
            #expect(try installation.run("keys", "activate", "next").status == status)
        }
        #expect(try installation.run("keys", "retire", "next").status == 1)
        #expect(try installation.run("keys", "retire", "signing-1").status == 0)
        #expect(try installation.run("keys", "activate", "signing-1").errors.contains("keys generate"))
        let list = try Self.text(installation.run("keys", "list", "--format", "json"))
        #expect(list.contains("\"state\" : \"active\"") && list.contains("\"state\" : \"retired\""), "\(list)")
    }

    @Test("The metadata of somebody else is not recorded")
    func foreignMetadata() throws {
        let installation = try Installation()
        let metadata = try FakeServiceProvider().metadata.document()
        _ = try installation.command.file("sp.xml", String(decoding: metadata, as: UTF8.self))
        let outcome = try installation.run("access-config", "record", "--uploaded", "sp.xml", "--by", "Li")
        #expect(outcome.status == 2 && outcome.errors.contains("idp.example.com"), "\(outcome.errors)")
    }

    @Test("A running service publishes the key that the command published")
    func follows() async throws {
        let installation = try Installation()
        let ports = try await FreePorts.find(2)
        let service = try installation.command.start("serve", ports: (ports[0], ports[1]))
        defer { kill(service.processIdentifier, SIGKILL) }
        var browser = Browser(language: .en)
        #expect(try installation.run("keys", "generate", "--name", "next").status == 0)
        #expect(try installation.run("keys", "publish", "next").status == 0)
        var keys = 0
        for _ in 0..<400 where keys < 2 {
            let page = try? await browser.open("http://127.0.0.1:\(ports[0])/saml/metadata")
            keys = page.map { $0.text.components(separatedBy: "<md:KeyDescriptor").count - 1 } ?? 0
            if keys < 2 { try await Task.sleep(for: .milliseconds(25)) }
        }
        #expect(keys == 2)
    }
}
