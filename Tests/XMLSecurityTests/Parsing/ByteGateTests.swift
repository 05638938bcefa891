import Testing
import XMLSecurity

/// What is refused before it becomes a tree, with its code and its place.
@Suite("Refusing octets")
struct ByteGateTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let bytes: [UInt8]
        let code: XMLError.Code
        let line: Int?
        let column: Int?

        init(_ name: String, _ text: String, _ code: XMLError.Code, _ line: Int? = nil, _ column: Int? = nil) {
            self.init(name, Array(text.utf8), code, line, column)
        }

        init(_ name: String, _ bytes: [UInt8], _ code: XMLError.Code, _ line: Int? = nil, _ column: Int? = nil) {
            self.testDescription = name
            self.bytes = bytes
            self.code = code
            self.line = line
            self.column = column
        }
    }

    private static func error(_ bytes: [UInt8], _ limits: ParserLimits = .message) -> XMLError? {
        do throws(XMLError) {
            _ = try XMLDocument(parsing: bytes, limits: limits)
            return nil
        } catch {
            return error
        }
    }

    private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let pair = [UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit)]
            return bigEndian ? pair : pair.reversed()
        }
    }

    static let encodings: [Case] = [
        Case("a byte that is not UTF-8", Array("<a>\n客".utf8) + [0xFF] + Array("</a>".utf8), .encoding, 2, 2),
        Case("an overlong form of <", [0x3C, 0x61, 0x3E, 0xC0, 0xBC, 0x3C, 0x2F, 0x61, 0x3E], .encoding, 1, 4),
        Case("a surrogate in UTF-8", Array("<a>".utf8) + [0xED, 0xA0, 0x80] + Array("</a>".utf8), .encoding, 1, 4),
        Case("a character cut in two", Array("<a>".utf8) + [0xE5, 0xAE], .encoding, 1, 4),
        Case("UTF-16 with its mark, little endian", [0xFF, 0xFE] + utf16("<a/>", bigEndian: false), .encoding, 1, 1),
        Case("UTF-16 with its mark, big endian", [0xFE, 0xFF] + utf16("<a/>", bigEndian: true), .encoding, 1, 1),
        Case("UTF-16 without a mark, little endian", utf16("<a/>", bigEndian: false), .encoding, 1, 1),
        Case("UTF-16 without a mark, big endian", utf16("<a/>", bigEndian: true), .encoding, 1, 1),
        Case("a declaration of UTF-7", "<?xml version=\"1.0\" encoding=\"UTF-7\"?><a/>", .encoding, 1, 1),
        Case("UTF-8 declared elsewhere", "<?xml version='1.0' encoding='UTF-7' x=\"utf-8\"?><a/>", .encoding, 1, 1),
        Case("a declaration of UTF-16 in UTF-8", "<?xml version='1.0' encoding = 'UTF-16'?><a/>", .encoding, 1, 1),
        Case("a declaration of Latin-1", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>", .encoding, 1, 1),
        Case("a declaration of UTF-8 and more", "<?xml version=\"1.0\" encoding=\"utf-8x\"?><a/>", .encoding, 1, 1),
        Case("a byte order mark in a message", "\u{FEFF}<a/>", .encoding, 1, 1),
    ]

    static let declarations: [Case] = [
        Case("a DOCTYPE", "<!DOCTYPE a><a/>", .doctype, 1, 1),
        Case(
            "a DOCTYPE behind a declaration",
            "<?xml version=\"1.0\"?>\n <!DOCTYPE a SYSTEM \"x\"><a/>",
            .doctype,
            2,
            2
        ),
        Case("a DOCTYPE in lower case", "<!doctype a><a/>", .doctype, 1, 1),
        Case("an entity declaration", "<a><!ENTITY e \"x\"></a>", .doctype, 1, 4),
        Case(
            "an internal subset with ten levels",
            "<!DOCTYPE a [<!ENTITY l \"lol\"><!ENTITY m \"&l;&l;\">]><a>&m;</a>",
            .doctype,
            1,
            1
        ),
        Case("a parameter entity", "<!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///etc/passwd\">%p;]><a/>", .doctype, 1, 1),
        Case("an ID by entity (CVE-2025-23369)", "<!DOCTYPE a [<!ENTITY e \"x\">]><a ID=\"&e;\"/>", .doctype, 1, 1),
        Case(
            "a DOCTYPE behind a comment that only opens",
            "<!--><x a='--><!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a><!--'/>-->",
            .doctype,
            1,
            15
        ),
        Case("a marked section besides CDATA", "<a><![INCLUDE[x]]></a>", .doctype, 1, 4),
        Case("a processing instruction", "<a>\n  <?php x?></a>", .processingInstruction, 2, 3),
        Case("a style sheet", "<?xml-stylesheet href=\"x\"?><a/>", .processingInstruction, 1, 1),
        Case(
            "a second XML declaration",
            "<?xml version=\"1.0\"?><?xml version=\"1.0\"?><a/>",
            .processingInstruction,
            1,
            22
        ),
        Case("an XML declaration that is not first", "\n<?xml version=\"1.0\"?><a/>", .processingInstruction, 2, 1),
        Case("a processing instruction behind the root", "<a/><?x?>", .processingInstruction, 1, 5),
        Case("a declaration of XML 1.1, which ends lines elsewhere", "<?xml version=\"1.1\"?><a/>", .malformed, 1),
        Case("a declaration of XML 2.0", "<?xml version=\"2.0\"?><a/>", .malformed, 1),
    ]

    static let characters: [Case] = [
        Case("NUL", "<a>\nb\0</a>", .forbiddenCharacter, 2, 2),
        Case("a control character in text", "<a>\u{01}</a>", .forbiddenCharacter, 1, 4),
        Case("a control character in an attribute", "<a b=\"\u{1F}\"/>", .forbiddenCharacter, 1, 7),
        Case("a control character in a comment", "<a><!--\u{0B}--></a>", .forbiddenCharacter, 1, 8),
        Case("NUL by reference", "<a>&#0;</a>", .forbiddenCharacter, 1),
        Case("a control character by reference", "<a b=\"&#x8;\"/>", .forbiddenCharacter, 1),
        Case("U+FFFE", "<a>\u{FFFE}</a>", .forbiddenCharacter, 1),
        Case("U+FFFF by reference", "<a>\n&#xFFFF;</a>", .forbiddenCharacter, 2),
        Case("a surrogate by reference", "<a>&#xD800;</a>", .forbiddenCharacter, 1),
    ]

    static let malformed: [Case] = [
        Case("nothing", "", .malformed, 1),
        Case("white space", " \n", .malformed, 2),
        Case("text alone", "hello", .malformed, 1),
        Case("a comment alone", "<!-- -->", .malformed, 1),
        Case("a comment without end", "<a>\n<!-- x</a>", .malformed, 2, 1),
        Case("a comment that shares its dashes", "<a><!--></a>", .malformed, 1, 4),
        Case("a CDATA section without end", "<a><![CDATA[x]]</a>", .malformed, 1, 4),
        Case("a declaration without end", "<?xml version=\"1.0\">\n<a/>", .malformed, 1, 1),
        Case("a start tag without end", "<a>\n <b c=\"d\"", .malformed, 2, 2),
        Case("an attribute value without end", "<a b=\"c></a>", .malformed, 1, 1),
        Case("an end tag without end", "<a></a", .malformed, 1, 4),
        Case("an end tag alone", "</a>", .malformed, 1, 1),
        Case("an end tag too many", "<a></a></a>", .malformed, 1, 8),
        Case("an element without end", "<a>\n<b>", .malformed, 2),
        Case(
            "tags that do not pair: the first error is told, not its consequence",
            "<a>\n<b>\n</a>\n\n",
            .malformed,
            3
        ),
        Case("two roots", "<a/><b/>", .malformed, 1),
        Case("an attribute twice", "<a b=\"1\" b=\"2\"/>", .malformed, 1),
        Case(
            "an attribute twice by two prefixes",
            "<a xmlns:p=\"urn:x\" xmlns:q=\"urn:x\" p:b=\"1\" q:b=\"2\"/>",
            .malformed,
            1
        ),
        Case("a prefix without namespace", "<p:a/>", .malformed, 1),
        Case("an attribute prefix without namespace", "<a p:b=\"1\"/>", .malformed, 1),
        Case("the prefix xmlns redefined", "<a xmlns:xmlns=\"urn:x\"/>", .malformed, 1),
        Case("the prefix xml redefined", "<a xmlns:xml=\"urn:x\"/>", .malformed, 1),
        Case("a prefix undeclared", "<a xmlns:p=\"urn:x\"><b xmlns:p=\"\"/></a>", .malformed, 1),
        Case("an unknown entity", "<a>&lol;</a>", .malformed, 1),
        Case("an unknown entity in an attribute", "<a b=\"&lol;\"/>", .malformed, 1),
        Case("a lone ampersand", "<a>x & y</a>", .malformed, 1),
        Case("< in an attribute value", "<a b=\"<\"/>", .malformed, 1),
        Case("an attribute without quotes", "<a b=c/>", .malformed, 1),
        Case("]]> in text", "<a>]]></a>", .malformed, 1),
        Case("two dashes in a comment", "<a><!-- -- --></a>", .malformed, 1),
        Case("a slash that is not last", "<a / b=\"1\">", .malformed, 1),
    ]

    @Test("no parser is asked what UTF-16, UTF-7 or broken UTF-8 means", arguments: encodings)
    func encoding(_ refused: Case) { expect(refused) }

    @Test("no declaration and no processing instruction gets in", arguments: declarations)
    func declaration(_ refused: Case) { expect(refused) }

    @Test("no character that XML 1.0 forbids gets in", arguments: characters)
    func character(_ refused: Case) { expect(refused) }

    @Test("what is not well-formed says so where it is", arguments: malformed)
    func wellFormedness(_ refused: Case) { expect(refused) }

    private func expect(_ refused: Case) {
        let error = Self.error(refused.bytes)
        #expect(error?.code == refused.code, "\(String(describing: error))")
        #expect(error?.line == refused.line, "\(String(describing: error))")
        if refused.column != nil { #expect(error?.column == refused.column, "\(String(describing: error))") }
    }

    @Test(
        "legal XML is taken",
        arguments: [
            "<a/>", "<a></a>\n", " \r\n<a/>", "<?xml version=\"1.0\"?><a/>",
            "<?xml version='1.0' encoding='utf-8'?><a/>",
            "<?xml version=\"1.0\" encoding = \"UTF-8\" standalone=\"no\"?>\r\n<a/>", "<!-- -->\n<a/><!-- -->",
            "<a><!-- <!DOCTYPE x> <?php?> --></a>", "<a><![CDATA[<!DOCTYPE x> <?php?> </a>]]></a>",
            "<a><![CDATA[]]></a>",
            "<a b='>\"' c=\"/>'\"/>", "<a b='<!-- -->'/>".replacing("<", with: "&lt;").replacing("&lt;a", with: "<a"),
            "<a >\t</a\n>", "<a b=\"&#9;&#xA;&lt;&amp;\"/>", "<a>\u{85}\u{2028}\u{7F}\u{9F}\u{FFFD}😀</a>",
            "<名称 属性=\"值\">客户</名称>", "<a xmlns=\"\"/>", "<a xml:lang=\"zh\"/>",
        ]
    )
    func legal(text: String) {
        #expect(Self.error(Array(text.utf8)) == nil)
    }

    @Test("a byte order mark is taken in a metadata file, and not twice")
    func byteOrderMark() {
        #expect(Self.error(Array("\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-8\"?><a/>".utf8), .metadata) == nil)
        #expect(Self.error(Array("\u{FEFF}\u{FEFF}<a/>".utf8), .metadata)?.code == .encoding)
    }

    @Test("errors are equal when their codes are, and read with their place")
    func description() throws {
        let error = try #require(Self.error(Array("<a>\n <?x?></a>".utf8)))
        #expect(error == Self.error(Array("<?x?><a/>".utf8)))
        #expect(Set([error, try #require(Self.error(Array("<?y?><a/>".utf8)))]).count == 1)
        #expect("\(error)" == "line 2, column 2: processing instructions are refused")
    }
}
