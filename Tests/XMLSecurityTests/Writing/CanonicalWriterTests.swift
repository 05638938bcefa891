import Testing
import XMLSecurity

@Suite("Writing canonically")
struct CanonicalWriterTests {
    private static let root = QName(prefix: "a", local: "R", namespace: "urn:a")
    private static let child = QName(prefix: "a", local: "C", namespace: "urn:a")
    private static let other = QName(prefix: "b", local: "C", namespace: "urn:b")
    private static let plain = QName(prefix: "", local: "P", namespace: "urn:plain")
    private static let none = QName(prefix: "", local: "N", namespace: "")

    private func written(_ body: (inout CanonicalWriter) -> Void) throws -> String {
        var writer = CanonicalWriter()
        body(&writer)
        let bytes = try writer.finish()
        let form = try CanonicalForm.exclusive(XMLDocument(parsing: bytes, limits: .message).root)
        #expect(String(decoding: form, as: UTF8.self) == String(decoding: bytes, as: UTF8.self), "libxml2 agrees")
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("attributes come without namespace first, then by namespace, then by name")
    func attributeOrder() throws {
        let text = try written {
            $0.element(
                Self.root,
                [
                    XMLAttribute(QName(prefix: "z", local: "b", namespace: "urn:1"), "1"),
                    XMLAttribute(QName(prefix: "y", local: "a", namespace: "urn:2"), "2"),
                    XMLAttribute("ID", "3"), XMLAttribute("Destination", "4"), XMLAttribute("id", "5"),
                    XMLAttribute(QName(prefix: "z", local: "a", namespace: "urn:1"), "6"),
                    XMLAttribute(
                        QName(prefix: "xml", local: "lang", namespace: "http://www.w3.org/XML/1998/namespace"),
                        "zh"
                    ),
                ]
            )
        }
        #expect(
            text == """
                <a:R xmlns:a="urn:a" xmlns:y="urn:2" xmlns:z="urn:1" Destination="4" ID="3" id="5" xml:lang="zh" \
                z:a="6" z:b="1" y:a="2"></a:R>
                """
        )
    }

    @Test("a namespace is declared where it is first used, and again only when it is out of force")
    func declarations() throws {
        let text = try written { writer in
            writer.element(Self.root) { writer in
                writer.element(Self.child) { $0.element(Self.other) }
                writer.element(Self.other) { $0.element(Self.other, [XMLAttribute(Self.child, "1")]) }
            }
        }
        #expect(
            text == """
                <a:R xmlns:a="urn:a"><a:C><b:C xmlns:b="urn:b"></b:C></a:C>\
                <b:C xmlns:b="urn:b"><b:C a:C="1"></b:C></b:C></a:R>
                """
        )
    }

    @Test("the default namespace is declared, taken back and declared again")
    func defaultNamespace() throws {
        #expect(try written { $0.element(Self.none) { $0.element(Self.none) } } == "<N><N></N></N>")
        let text = try written { writer in
            writer.element(Self.none) { writer in
                writer.element(Self.plain) { writer in
                    writer.element(Self.none) { $0.element(Self.none) { $0.element(Self.plain) } }
                    writer.element(Self.plain)
                }
                writer.element(Self.none)
            }
        }
        #expect(
            text == """
                <N><P xmlns="urn:plain"><N xmlns=""><N><P xmlns="urn:plain"></P></N></N><P></P></P><N></N></N>
                """
        )
    }

    @Test("a prefix bound anew inside is bound back behind")
    func rebinding() throws {
        let again = QName(prefix: "a", local: "R", namespace: "urn:again")
        let text = try written { writer in
            writer.element(Self.root) { writer in
                writer.element(again) { $0.element(Self.child) }
                writer.element(Self.child)
            }
        }
        #expect(
            text == """
                <a:R xmlns:a="urn:a"><a:R xmlns:a="urn:again"><a:C xmlns:a="urn:a"></a:C></a:R><a:C></a:C></a:R>
                """
        )
    }

    @Test(
        "text is escaped in one way",
        arguments: [
            ("", ""), ("x", "x"), ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"'", "\"'"), ("\t\n", "\t\n"),
            ("\r\n\r", "&#xD;\n&#xD;"), ("]]>", "]]&gt;"), ("a<b>c&d", "a&lt;b&gt;c&amp;d"), ("&amp;", "&amp;amp;"),
            ("客户<张伟>", "客户&lt;张伟&gt;"), ("😀&😀", "😀&amp;😀"), ("e\u{301}", "e\u{301}"),
            ("\u{85}\u{2028}\u{9F}\u{7F}", "\u{85}\u{2028}\u{9F}\u{7F}"), ("\u{FFFD}\u{FEFF}", "\u{FFFD}\u{FEFF}"),
            ("\u{1FFFE}\u{FFFC}\u{F000}", "\u{1FFFE}\u{FFFC}\u{F000}"),
            ("<!-- --><![CDATA[]]>", "&lt;!-- --&gt;&lt;![CDATA[]]&gt;"),
            ("</a:R><evil/>", "&lt;/a:R&gt;&lt;evil/&gt;"),
        ]
    )
    func textEscapes(value: String, escaped: String) throws {
        let text = try written { $0.element(Self.root, text: value) }
        #expect(Array(text.utf8) == Array("<a:R xmlns:a=\"urn:a\">\(escaped)</a:R>".utf8))
        let read = try XMLDocument(parsing: Array(text.utf8), limits: .message).root.text
        #expect(Array(read.utf8) == Array(value.utf8))
    }

    @Test(
        "attribute values are escaped in one way",
        arguments: [
            ("", ""), ("&", "&amp;"), ("<", "&lt;"), (">", ">"), ("\"", "&quot;"), ("'", "'"), ("\t", "&#x9;"),
            ("\n", "&#xA;"), ("\r\n", "&#xD;&#xA;"), ("\" onload=\"x", "&quot; onload=&quot;x"), (" 客户😀 ", " 客户😀 "),
            ("\u{85}\u{2028}\u{9F}", "\u{85}\u{2028}\u{9F}"),
        ]
    )
    func attributeEscapes(value: String, escaped: String) throws {
        let text = try written { $0.element(Self.root, [XMLAttribute("b", value)]) }
        #expect(Array(text.utf8) == Array("<a:R xmlns:a=\"urn:a\" b=\"\(escaped)\"></a:R>".utf8))
        let read = try XMLDocument(parsing: Array(text.utf8), limits: .message).root.attribute("b")
        #expect(read.map { Array($0.utf8) } == Array(value.utf8))
    }

    static let controls: [Unicode.Scalar] =
        (UInt8(0)..<0x20).filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }.map { Unicode.Scalar($0) }
        + ["\u{FFFE}", "\u{FFFF}"]

    @Test("a character that XML cannot carry is refused, wherever it stands", arguments: controls)
    func forbidden(scalar: Unicode.Scalar) throws {
        for value in ["\(scalar)", "客户\(scalar)", "\(scalar)\(scalar)x", "a&<\r\(scalar)"] {
            for isText in [true, false] {
                var writer = CanonicalWriter()
                writer.element(Self.root) { writer in
                    isText ? writer.text(value) : writer.element(Self.child, [XMLAttribute("b", value)])
                    writer.text("harmless")
                }
                let error = #expect(throws: XMLError.self) { try writer.finish() }
                #expect(error?.code == .forbiddenCharacter)
                let code = String(scalar.value, radix: 16, uppercase: true)
                #expect(error?.reason.contains("U+\(code),") == true)
            }
        }
    }

    @Test("a value injected into an element stays a value (CVE-2026-46490)")
    func injection() throws {
        let value = "x</a:C><a:C role=\"admin\">admin</a:C><!--"
        let text = try written {
            $0.element(Self.root) { $0.element(Self.child, [XMLAttribute("b", value)], text: value) }
        }
        let root = try XMLDocument(parsing: Array(text.utf8), limits: .message).root
        #expect(root.children.count == 1)
        #expect(root.children[0].text == value)
        #expect(root.children[0].attribute("b") == value)
    }

    @Test("a long value goes through whole, and a string from elsewhere too")
    func longValues() throws {
        let long = String(repeating: "客户&x", count: 5000)
        let text = try written { $0.element(Self.root, [XMLAttribute("b", long)], text: long) }
        #expect(try XMLDocument(parsing: Array(text.utf8), limits: .message).root.text == long)
        let part = String(long.dropFirst(3).prefix(40))
        #expect(try written { $0.element(Self.root, text: part) }.contains("客户&amp;x客户"))
    }
}
