import Testing
import XMLSecurity

@Suite("Reading elements")
struct XMLElementTests {
    private static let namespace: StaticString = "urn:test"
    private static let item = XMLName("urn:test", "Item")

    private func root(_ text: String) throws -> XMLElement {
        try XMLDocument(parsing: Array(text.utf8), limits: .message).root
    }

    @Test(
        "text is whole: a comment neither cuts nor adds (CVE-2017-11427)",
        arguments: [
            ("<a>admin@x<!-- -->.evil.com</a>", "admin@x.evil.com"),
            ("<a>admin@x<![CDATA[.evil]]>.com</a>", "admin@x.evil.com"),
            ("<a><!-- x -->b<!-- y --></a>", "b"),
            ("<a><![CDATA[]]></a>", ""),
            ("<a><![CDATA[<b>&amp;]]></a>", "<b>&amp;"),
            ("<a>1<b>2</b>3</a>", "13"),
            ("<a/>", ""),
            ("<a>&lt;&amp;&gt;&quot;&apos;&#x5BA2;&#128512;</a>", "<&>\"'客😀"),
            ("<a>1\r\n2\r3\n4&#13;5</a>", "1\n2\n3\n4\r5"),
            ("<a> x </a>", " x "),
            ("<a>e\u{301}\u{85}\u{2028}</a>", "e\u{301}\u{85}\u{2028}"),
        ]
    )
    func text(document: String, text: String) throws {
        #expect(Array(try root(document).text.unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test(
        "attribute values are whole and normalised as XML says",
        arguments: [
            ("<a b='1'/>", "1"), ("<a b=''/>", ""), ("<a b='x&amp;y&lt;&#38;&quot;&#x5BA2;z'/>", "x&y<&\"客z"),
            ("<a b='1\n2\t3\r\n4'/>", "1 2 3 4"), ("<a b='1&#10;2&#9;3&#13;4'/>", "1\n2\t3\r4"),
            ("<a b='  x  '/>", "  x  "),
        ]
    )
    func attribute(document: String, value: String) throws {
        #expect(try root(document).attribute("b").map { Array($0.utf8) } == Array(value.utf8))
    }

    @Test("an attribute in a namespace is not the attribute without one, and the other way round")
    func attributeNamespaces() throws {
        let element = try root("<p:a xmlns:p='urn:test' xmlns:q='urn:test' p:ID='evil' xml:lang='zh' other='1'/>")
        #expect(element.attribute("ID") == nil)
        #expect(element.attribute(XMLName(Self.namespace, "ID")) == "evil")
        #expect(element.attribute(XMLName("urn:other", "ID")) == nil)
        #expect(element.attribute(XMLName("http://www.w3.org/XML/1998/namespace", "lang")) == "zh")
        #expect(element.attribute(XMLName(Self.namespace, "other")) == nil)
        #expect(element.attribute("xmlns") == nil)
        #expect(element.attribute("othe") == nil)
    }

    @Test("names are compared by namespace and local part, never by prefix")
    func names() throws {
        for document in [
            "<Item xmlns='urn:test'/>", "<p:Item xmlns:p='urn:test'/>", "<saml:Item xmlns:saml='urn:test'/>",
        ] {
            let element = try root(document)
            #expect(element.is(Self.item))
            #expect(element.localName == "Item")
            #expect(element.namespace == "urn:test")
        }
        for document in [
            "<Item/>", "<Item xmlns='urn:other'/>", "<Item xmlns='urn:test/'/>", "<item xmlns='urn:test'/>",
            "<p:Item xmlns='urn:test' xmlns:p='urn:evil'/>", "<ItemX xmlns='urn:test'/>", "<Item xmlns='URN:test'/>",
        ] {
            #expect(try !root(document).is(Self.item))
        }
        #expect(try root("<Item/>").namespace == nil)
    }

    @Test("children are the elements in document order, of the namespace in force")
    func children() throws {
        let root = try root(
            """
            <r xmlns="urn:test">x<Item>1</Item><!-- c --><Other/><p:Item xmlns:p="urn:test">2</p:Item>
            <Item xmlns="urn:evil">3</Item><Box><Item>4</Item></Box><![CDATA[<Item>5</Item>]]></r>
            """
        )
        #expect(root.children.map(\.localName) == ["Item", "Other", "Item", "Item", "Box"])
        #expect(root.children(Self.item).map(\.text) == ["1", "2"])
        #expect(root.child(Self.item)?.text == "1")
        #expect(root.child(XMLName("urn:evil", "Item"))?.text == "3")
        #expect(root.child(XMLName("urn:test", "Absent")) == nil)
        #expect(root.children[4].children[0].parent?.localName == "Box")
        #expect(root.parent == nil)
    }

    @Test("lines and XPaths say where an element is")
    func places() throws {
        let root = try root("<p:r xmlns:p='urn:a'>\n<p:i/>\n<i/><p:i>\n  <x/></p:i>\r\n<y a='\n'/>\n<z/></p:r>")
        let places = root.children.map { "\($0.xpath) \($0.line)" }
        #expect(places == ["/p:r/p:i[1] 2", "/p:r/i 3", "/p:r/p:i[2] 3", "/p:r/y 6", "/p:r/z 7"])
        #expect(root.children[2].children[0].xpath == "/p:r/p:i[2]/x")
        #expect(root.xpath == "/p:r")
    }

    @Test("an element keeps its document alive")
    func ownership() throws {
        func deep() throws -> XMLElement { try root("<a><b><c d='1'>x</c></b></a>").children[0].children[0] }
        let element = try deep()
        #expect(element.text == "x")
        #expect(element.attribute("d") == "1")
        #expect(element.xpath == "/a/b/c")
    }

    @Test("lines beyond 65,535 are told")
    func manyLines() throws {
        let text = "<a>" + String(repeating: "\n", count: 100_000) + "<b>x</b></a>"
        let element = try XMLDocument(parsing: Array(text.utf8), limits: .metadata).root.children[0]
        #expect(element.line == 100_001)
    }

    @Test("10,000 comments in one text leave it whole")
    func manyComments() throws {
        let text = "<a>" + String(repeating: "x<!-- -->", count: 10_000) + "</a>"
        #expect(try root(text).text == String(repeating: "x", count: 10_000))
    }
}
