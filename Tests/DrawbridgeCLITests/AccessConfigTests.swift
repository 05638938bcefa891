import Foundation
import SAML
import TestSupport
import Testing
import XMLSecurity

@testable import DrawbridgeCLI

@Suite("access-config: the sheet, and what is recorded", .ownThread)
struct AccessConfigTests {
    private static func text(_ outcome: CommandLineTool.Outcome) -> String {
        String(decoding: outcome.output, as: UTF8.self) + outcome.errors
    }

    private static func json(_ installation: Installation) throws -> [String: Any] {
        let outcome = try installation.run("access-config", "show", "--format", "json")
        try #require(outcome.status == 0, "\(outcome.errors)")
        return try #require(JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any])
    }

    private static func missing(_ installation: Installation) throws -> [String] {
        let items = try #require(try json(installation)["missing"] as? [[String: String]])
        for item in items { #expect(item["message"]?.isEmpty == false && item["message_zh"]?.isEmpty == false) }
        return items.compactMap { $0["message"] }
    }

    @Test("Every step that is done leaves the list of what is missing")
    func missingShrinks() throws {
        let installation = try Installation()
        #expect(try Self.missing(installation).contains { $0.contains("drawbridge metadata generate") })
        #expect(try installation.run("metadata", "generate").status == 0)
        let file = "metadata/idp-metadata.xml"
        let before = try Self.missing(installation)
        for step in ["sp import", "--uploaded", "--notification-url", "--platform-id", "--bp-id"] {
            #expect(before.contains { $0.contains(step) }, "\(before)")
        }
        let serviceProvider = try FakeServiceProvider().metadata.document()
        _ = try installation.command.file("sp.xml", String(decoding: serviceProvider, as: UTF8.self))
        #expect(try installation.run("sp", "import", "sp.xml", "--name", "huawei").status == 0)
        let record = ["access-config", "record", "--by", "李雷 <ops>"]
        #expect(try installation.command.run(record + ["--uploaded", file]).status == 0)
        #expect(try installation.command.run(record + ["--platform-id", "example_IDP"]).status == 0)
        let notification = "https://idp.example.com/huawei/association"
        #expect(try installation.command.run(record + ["--notification-url", notification]).status == 0)
        let usual = try installation.command.run(record + ["--bp-id", String(repeating: "0a", count: 16)])
        #expect(usual.status == 0 && !Self.text(usual).contains("Look again"))
        #expect(try Self.missing(installation) == [])

        #expect(try installation.run("keys", "generate", "--name", "next").status == 0)
        #expect(try installation.run("keys", "publish", "next").status == 0)
        #expect(try Self.missing(installation).contains { $0.contains("keys that are published now") })
    }

    @Test("The sheet has the values to paste, the file with its keys, and who uploaded it")
    func values() throws {
        let installation = try Installation()
        try installation.run("metadata", "generate")
        let yaml = installation.command.directory.appending(path: "drawbridge.yaml")
        let more = "partner_center: {paid_url: https://mall.example.com/orders}\ncontact: {email: ops@example.com}\n"
        try Data((String(contentsOf: yaml, encoding: .utf8) + more).utf8).write(to: yaml)
        try installation.run("access-config", "record", "--uploaded", "metadata/idp-metadata.xml", "--by", "Li")
        let sheet = try Self.json(installation)
        let items = try #require(sheet["items"] as? [[String: Any]])
        let values = Dictionary(uniqueKeysWithValues: items.map { ($0["id"] as? String ?? "", $0["value"] as? String) })
        #expect(values["notification-url"] == "https://idp.example.com/huawei/association")
        #expect(values["order-paid-url"] == "https://mall.example.com/orders")
        #expect(values["contact"] == "ops@example.com")
        #expect(values["top-up-url"] == .some(nil))
        let metadata = try #require(sheet["metadata"] as? [String: Any])
        let bytes = try #require(try installation.files()["metadata/idp-metadata.xml"])
        #expect(metadata["sha256"] as? String == Hexadecimal.encode(Digest.sha256(Array(bytes))))
        #expect(metadata["octets"] as? Int == bytes.count)
        #expect((metadata["keys"] as? [[String: String]])?.first?["name"] == "signing-1")
        let upload = try #require((sheet["uploads"] as? [[String: Any]])?.first)
        #expect(upload["by"] as? String == "Li" && upload["sha256"] as? String == metadata["sha256"] as? String)
    }

    @Test("Text has Partner Center's own labels in the language that was asked for", arguments: ["en", "zh"])
    func text(language: String) throws {
        let installation = try Installation()
        let outcome = try installation.run("access-config", "show", "--lang", language, "--tz", "Asia/Shanghai")
        let labels = ["en": ["Notification URL", "IDP metadata file"], "zh": ["通知结果绑定地址", "订单充值跳转地址"]]
        for label in try #require(labels[language]) { #expect(Self.text(outcome).contains(label)) }
        #expect(Self.text(outcome).contains("https://idp.example.com/huawei/association"))
    }

    @Test("The HTML sheet is well-formed, in both languages, escaped, and takes nothing from elsewhere")
    func html() throws {
        let installation = try Installation()
        try installation.run("metadata", "generate")
        let person = "<script>alert('李')</script>&\""
        for ids in [["--platform-id", "a<b&\"c'"], ["--bp-id", "]]>"], ["--uploaded", "metadata/idp-metadata.xml"]] {
            #expect(try installation.command.run(["access-config", "record", "--by", person] + ids).status == 0)
        }
        let arguments = ["access-config", "show", "--format", "html", "--output", "sheet.html"]
        #expect(try installation.command.run(arguments).status == 0)
        let html = try String(
            contentsOf: installation.command.directory.appending(path: "sheet.html"),
            encoding: .utf8
        )
        #expect(html.hasPrefix("<!DOCTYPE html>\n<html "))
        let document = try XMLDocument(
            parsing: Array(html.utf8.dropFirst("<!DOCTYPE html>\n".utf8.count)),
            limits: .metadata
        )
        let elements = Self.elements(document.root)
        #expect(Set(elements.map(\.localName)).isDisjoint(with: ["script", "img", "link", "iframe", "form", "a"]))
        #expect(
            elements.allSatisfy { element in element.attributes.allSatisfy { !["src", "href"].contains($0.name) } }
        )
        let texts = elements.filter { $0.children.isEmpty }.map(\.text)
        for value in ["a<b&\"c'", "]]>", "https://idp.example.com/huawei/association", "仍缺少", "Still missing"] {
            #expect(texts.contains(value), "\(value)")
        }
        #expect(html.contains("&lt;script&gt;") && !html.contains("<script"))
        let style = try #require(elements.first { $0.localName == "style" }).text
        #expect(!style.contains { "<>&".contains($0) }, "HTML does not unescape a style")
        let policy = elements.compactMap { $0.attribute("content") }.joined()
        #expect(policy.contains("'sha256-\(Base64.encode(Digest.sha256(Array(style.utf8))))'"))
        #expect(!style.contains("url(") && !style.contains("@import"))
    }

    @Test("An address that was entered stands beside the one to enter, and what differs is told")
    func entered() throws {
        let installation = try Installation()
        let page = "https://mall.example.com/orders"
        let yaml = installation.command.directory.appending(path: "drawbridge.yaml")
        let text = try String(contentsOf: yaml, encoding: .utf8) + "partner_center: {paid_url: \"\(page)\"}\n"
        try Data(text.utf8).write(to: yaml)
        #expect(try Self.missing(installation).contains { $0.contains("--paid-url " + page) })
        let record = ["access-config", "record", "--by", "Li", "--paid-url", page, "--notification-url"]
        #expect(try installation.command.run(record + ["https://old.example.com/bind"]).status == 0)
        let shown = try Self.text(installation.run("access-config", "show"))
        #expect(shown.contains("(Entered, as Li recorded on "), "\(shown)")
        #expect(shown.contains("(Partner Center has another, as Li recorded on "), "\(shown)")
        let missing = try Self.missing(installation)
        #expect(missing.contains { $0.contains("--notification-url https://idp.example.com/huawei/association") })
        #expect(!missing.contains { $0.contains("--paid-url") })
        for wrong in ["mall.example.com/orders", "javascript:alert(1)", ""] {
            let refused = try installation.run("access-config", "record", "--by", "Li", "--top-up-url", wrong)
            #expect(refused.status == 2 && refused.errors.contains("--top-up-url"), "\(refused.errors)")
        }
        let trail = try Self.text(installation.run("audit", "list", "--kind", "access-config", "--format", "json"))
        for part in ["notification-url", "order-paid-url", "https://old.example.com/bind", "Li"] {
            #expect(trail.contains(part), "\(trail)")
        }
    }

    private static func elements(_ element: XMLElement) -> [XMLElement] {
        [element] + element.children.flatMap(elements)
    }

    @Test("A second value beside the configured one is refused by every command that would use it")
    func contradiction() throws {
        let installation = try Installation()
        let record = ["access-config", "record", "--platform-id", "b_IDP", "--by", "Li"]
        let configured = ["DRAWBRIDGE_HUAWEI_PLATFORM_ID": "a_IDP"]
        let refused = try installation.command.run(record, environment: configured)
        #expect(refused.status == 2 && refused.errors.contains("a_IDP") && refused.errors.contains("b_IDP"))
        #expect(
            try Self.json(installation)["identifiers"].map { "\($0)".contains("b_IDP") } == false,
            "nothing was kept"
        )

        #expect(try installation.command.run(record).status == 0)
        for command in [["serve", "--check"], ["serve"], ["access-config", "show"]] {
            let outcome = try installation.command.run(command, environment: configured)
            #expect(outcome.status == 2, "\(command)")
            for part in ["huawei.platform_id", "a_IDP", "b_IDP", "Li"] { #expect(outcome.errors.contains(part)) }
        }
        // Whoever records what the configuration says ends it.
        let right = ["access-config", "record", "--platform-id", "a_IDP", "--by", "Han"]
        #expect(try installation.command.run(right, environment: configured).status == 0)
        #expect(try installation.command.run(["access-config", "show"], environment: configured).status == 0)
    }

    @Test("Recorded ids count as configured ones, and stand in the trail with their person")
    func used() throws {
        let installation = try Installation()
        let before = try Self.text(installation.run("serve", "--check"))
        #expect(before.contains("huawei.platform_id") && before.contains("huawei.bp_id"))
        let ids = ["--platform-id", "example_IDP", "--bp-id", "0123"]
        let recorded = try installation.command.run(["access-config", "record", "--by", "Li"] + ids)
        #expect(recorded.status == 0 && Self.text(recorded).contains("Look again"), "\(Self.text(recorded))")
        let after = try Self.text(installation.run("serve", "--check"))
        #expect(!after.contains("huawei.platform_id") && !after.contains("huawei.bp_id"))
        let trail = try Self.text(installation.run("audit", "list", "--kind", "access-config", "--format", "json"))
        for part in ["platform-id", "bp-id", "example_IDP", "Li"] { #expect(trail.contains(part), "\(trail)") }
    }
}
