import Testing

@testable import JointDebug

@Suite("Messages for reading")
struct MarkedMessageTests {
    @Test("The wrong element has an arrow, also when an attribute of it is wrong")
    func marked() {
        let xml = Array("<a><b c=\"1\">x</b><b>y</b></a>".utf8)
        let text = MarkedMessage.text(of: xml, marking: ["/a/b[1]/@c"])
        #expect(text.split(separator: "\n").filter { $0.contains("◀") } == ["  <b c=\"1\">x</b>   <!-- ◀ -->"])
        #expect(!MarkedMessage.text(of: xml, marking: []).contains("◀"))
    }

    @Test("What is no XML is shown as it came, and moves no cursor")
    func raw() {
        #expect(MarkedMessage.text(of: Array("plain \u{1B}[2J".utf8), marking: []) == "plain \u{FFFD}[2J")
    }
}
