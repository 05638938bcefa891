import Onboarding
import SAML
import Testing
import XMLSecurity

@Suite("A whitelist in a file")
struct WhitelistSheetTests {
    private static let header =
        "kind,subject,state,valid_from,valid_until,accounts,acs,certificates,site,platform_id,per_day\r\n"

    private static func book() throws -> WhitelistBook {
        let window = try Validity(from: WhitelistBook.now, until: WhitelistBook.now.adding(seconds: 86_400))
        let provider = try WhitelistedProvider(
            "https://sp.example/",
            assertionConsumerServices: ["https://sp.example/b,c", "https://sp.example/a"],
            certificates: [String(repeating: "0a", count: 32)],
            site: "china",
            platformID: "P,1",
            accounts: .all
        )
        var book = WhitelistBook(.live)
        try book.activate(
            [
                .serviceProvider(provider), .account(try AccountPattern("客户\"1\\,")),
                .account(try AccountPattern("abcd*")),
                .enrolment(try PortalEnrolment("mall", perDay: 20)),
                .destination(try DestinationPattern("https://console.example/iam/")),
                .network(try NetworkRange("2001:db8::/32")), .gateway(try GatewayAddress("bss.example:443")),
            ],
            validity: window
        )
        try book.make(.propose([WhitelistDraft(.account(try AccountPattern("0017")))]))
        try book.activate([.account(try AccountPattern("retired")), .account(try AccountPattern("suspended"))])
        try book.make(.move(.retire, [9]))
        try book.make(.move(.suspend, [10]))
        return book
    }

    /// What a file can say of an entry.
    private static func said(_ entries: [WhitelistEntry]) -> [String] {
        WhitelistSheet.sorted(entries).map { "\($0.subject) \($0.validity) \($0.state)" }
    }

    @Test("What is exported and imported again changes nothing, and elsewhere makes the same whitelist")
    func identity() throws {
        var book = try Self.book()
        let text = WhitelistSheet.csv(book.sorted)
        #expect(text.hasPrefix(Self.header))
        let drafts = try WhitelistSheet.drafts(WhitelistSheet.rows("\u{FEFF}" + text))
        #expect(try book.make(.take(drafts)).isEmpty)
        var other = WhitelistBook(.live)
        let approvers = [try WhitelistBook.person("wang"), try WhitelistBook.person("zhao")]
        try other.make(WhitelistBook.change(.take(drafts), by: "li", approvedBy: approvers))
        #expect(Self.said(other.sorted) == Self.said(book.sorted))
        #expect(WhitelistSheet.csv(other.sorted) == text)
        #expect(WhitelistSheet.yaml(other.sorted) == WhitelistSheet.yaml(book.sorted))
    }

    @Test("The order of a file does not depend on that of the entries, and what is retired is not in it")
    func order() throws {
        let entries = try Self.book().sorted
        let text = WhitelistSheet.csv(entries)
        #expect(WhitelistSheet.csv(entries.reversed()) == text)
        #expect(!text.contains("retired"))
        let kinds = text.split(separator: "\r\n").dropFirst().map { $0.prefix { $0 != "," } }
        #expect(kinds.first == "service-provider")
        #expect(kinds.last == "gateway")
    }

    @Test("YAML has every text in quotation marks")
    func yaml() throws {
        let text = WhitelistSheet.yaml(try Self.book().sorted)
        #expect(text.hasPrefix("entries:\n  - kind: \"service-provider\"\n    subject: \"https://sp.example/\"\n"))
        #expect(text.contains("subject: \"客户\\\"1\\\\,\"\n"))
        #expect(text.contains("subject: \"0017\"\n"))
        #expect(WhitelistSheet.yaml([]) == "entries: []\n")
    }

    private static let short = "kind,subject,state\n"
    private static let faulty: [(text: String, line: Int, says: String)] = [
        ("", 1, "empty"), ("kind\naccount\n", 1, "kind and subject"), (short + "account,a\n", 2, "2 fields"),
        (short + "account,a,\nperson,b,\n", 3, "kind is one of"), (short + "account,a,gone\n", 2, "state is one of"),
        (short + "account,a,\naccount,1.23E+17,\n", 3, "spreadsheet"), (short + "account,,\n", 2, "visible"),
        (short + "network,10.0.0.1/8,\n", 2, "bits behind"),
        (short + "destination,https://c.example\\@evil.example/,\n", 2, "destination"),
        ("kind,subject,valid_untill\naccount,a,2026-01-01T00:00:00Z\n", 2, "no column valid_untill"),
        ("kind,subject,valid_until\naccount,a,2026-01-01\n", 2, "valid_until is a time"),
        (
            "kind,subject,valid_from,valid_until\naccount,a,2026-01-01T00:00:00Z,2026-01-01T00:00:00Z\n", 2,
            "not behind"
        ), ("kind,subject,per_day\naccount,a,7\n", 2, "account has no per_day"),
        ("kind,subject,per_day\nenrolment,mall,many\n", 2, "how many accounts"),
        ("kind,subject,accounts\nservice-provider,x,some\n", 2, "accounts is one of"),
    ]

    @Test("What is damaged is refused with its line", arguments: faulty)
    func faults(text: String, line: Int, says: String) {
        do {
            _ = try WhitelistSheet.drafts(WhitelistSheet.rows(text))
            Issue.record("taken")
        } catch {
            #expect(error.line == line)
            #expect(error.message.en.contains(says), "\(error.message.en)")
            #expect(error.message.zh.contains { !$0.isASCII })
        }
    }
}
