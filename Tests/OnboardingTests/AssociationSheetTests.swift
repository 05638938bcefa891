import Onboarding
import SAML
import Testing
import XMLSecurity

@Suite("Associations in a file")
struct AssociationSheetTests {
    private static let header = "x_account_id,state,domain_id,domain_name\r\n"

    @Test("What is written is read back, quotes, commas, line breaks and a byte-order mark included")
    func roundTrip() throws {
        let since = Instant(seconds: 1_795_000_000)
        let associations = ["a", "客户,1", "x\"y"].map {
            Association(
                account: $0,
                state: .bound,
                source: .sync,
                cloudAccount: CloudAccount(id: "d-" + $0, name: nil),
                since: since
            )
        }
        let text = AssociationSheet.text(associations)
        #expect(text.hasPrefix("x_account_id,state,domain_id,domain_name,source,since\r\n"))
        let stated = try AssociationSheet.stated(AssociationSheet.rows("\u{FEFF}" + text))
        #expect(stated.map(\.account) == associations.map(\.account))
        #expect(stated.map(\.cloudAccount) == associations.map(\.cloudAccount))
    }

    @Test("Columns are found by their names, others are passed over, and a last line needs no end")
    func columns() throws {
        let text = "note,state,x_account_id\n\"two\nlines\",pending,a\nx,unknown,b"
        let rows = try AssociationSheet.rows(text)
        #expect(rows.map(\.line) == [2, 4])
        #expect(try AssociationSheet.stated(rows).map(\.state) == [.pending, .unknown])
    }

    private static let faulty: [(text: String, line: Int, says: String)] = [
        ("", 1, "empty"), ("x_account_id\na\n", 1, "columns"), (header + "a,bound\n", 2, "2 fields"),
        (header + "a,bound,,\nb,1.23E+17,,\n", 3, "state"),
        (header + "a,bound,,\n1.23E+17,bound,,\n", 3, "spreadsheet"),
        (header + "a,bound,1.5e+11,\n", 2, "spreadsheet"), (header + ",bound,,\n", 2, "visible"),
        (header + "a b,bound,,\n", 2, "visible"), (header + "a,bound,,name\n", 2, "domain_id"),
        (header + "a,pending,d,\n", 2, "Only bound"), (header + "a,bound,,\nb,bound,,\na,bound,,\n", 4, "line 2"),
        (header + "a,bo\"und,,\n", 2, "quotation"), (header + "\"a,bound,,\n", 3, "quotation"),
        (header + "\"a\"b,bound,,\n", 2, "quotation"),
    ]

    @Test("What is damaged is refused with its line", arguments: faulty)
    func faults(text: String, line: Int, says: String) {
        do {
            _ = try AssociationSheet.stated(AssociationSheet.rows(text))
            Issue.record("taken")
        } catch {
            #expect(error.line == line)
            #expect(error.message.en.contains(says), "\(error.message.en)")
        }
    }

    @Test(
        "Only scientific notation counts as damage",
        arguments: ["1E17", "E+1", "12E+", "abcE+17", "1.2.E+x", "0017"]
    )
    func undamaged(id: String) {
        #expect(!SpreadsheetDamage.shows(in: id))
    }
}
