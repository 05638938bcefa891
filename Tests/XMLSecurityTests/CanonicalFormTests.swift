import Testing
import XMLSecurity

@Suite("Exclusive canonical form")
struct CanonicalFormTests {
    private func form(_ text: String, prefixes: [String] = [], _ path: Int...) throws -> String {
        var element = try XMLDocument(parsing: Array(text.utf8), limits: .message).root
        for step in path { element = element.children[step] }
        return String(decoding: try CanonicalForm.exclusive(element, inclusivePrefixes: prefixes), as: UTF8.self)
    }

    @Test("the writer's output is its own canonical form, for 600 random trees", arguments: 0..<6)
    func property(batch: UInt64) throws {
        for seed in (batch * 100)..<(batch * 100 + 100) {
            var writer = CanonicalWriter()
            var tree = RandomTree(seed: seed)
            tree.write(to: &writer)
            let bytes = try writer.finish()
            let form = try CanonicalForm.exclusive(XMLDocument(parsing: bytes, limits: .metadata).root)
            #expect(
                String(decoding: form, as: UTF8.self) == String(decoding: bytes, as: UTF8.self),
                "seed \(seed)"
            )
        }
    }

    // xml-exc-c14n section 2.2: the same element in two envelopes.
    @Test("the examples of the specification hold")
    func specification() throws {
        let element = """
            <n1:elem2 xmlns:n1="http://example.net" xml:lang="en">
                <n3:stuff xmlns:n3="ftp://example.org"></n3:stuff>
              </n1:elem2>
            """
        let first = """
            <n0:local xmlns:n0="foo:bar" xmlns:n3="ftp://example.org">
              <n1:elem2 xmlns:n1="http://example.net" xml:lang="en">
                <n3:stuff xmlns:n3="ftp://example.org"/>
              </n1:elem2>
            </n0:local>
            """
        let second = """
            <n2:pdu xmlns:n1="http://example.com" xmlns:n2="http://foo.example" xml:lang="fr" xml:space="retain">
              <n1:elem2 xmlns:n1="http://example.net" xml:lang="en">
                <n3:stuff xmlns:n3="ftp://example.org"/>
              </n1:elem2>
            </n2:pdu>
            """
        #expect(try form(first, 0) == element)
        #expect(try form(second, 0) == element)
    }

    @Test(
        "a PrefixList adds the declarations in force, used or not",
        arguments: [
            ([], "<p:b xmlns:p=\"urn:p\" q=\"xs:string\"></p:b>"),
            (["xs"], "<p:b xmlns:p=\"urn:p\" xmlns:xs=\"urn:xs\" q=\"xs:string\"></p:b>"),
            (["#default"], "<p:b xmlns=\"urn:d\" xmlns:p=\"urn:p\" q=\"xs:string\"></p:b>"),
            (
                ["xs", "#default", "xs", "p", "unknown"],
                "<p:b xmlns=\"urn:d\" xmlns:p=\"urn:p\" xmlns:xs=\"urn:xs\" q=\"xs:string\"></p:b>"
            ),
        ]
    )
    func prefixList(prefixes: [String], expected: String) throws {
        let text =
            "<a xmlns=\"urn:d\" xmlns:p=\"urn:p\" xmlns:xs=\"urn:xs\" xmlns:x=\"urn:x\"><p:b q=\"xs:string\"/></a>"
        #expect(try form(text, prefixes: prefixes, 0) == expected)
    }

    @Test(
        "what differs in writing only is the same",
        arguments: [
            ("<a b='1' a='2'/>", "<a a=\"2\" b=\"1\"></a>"),
            ("<a\n  b = '&#34;&apos;>'  />", "<a b=\"&quot;'>\"></a>"),
            ("<a><!-- x -->y<![CDATA[<&>]]></a>", "<a>y&lt;&amp;&gt;</a>"),
            ("<a>1\r\n2\r3&#13;&#xD;</a>", "<a>1\n2\n3&#xD;&#xD;</a>"),
            ("<a b='1\t2\r\n3&#9;&#10;&#13;'/>", "<a b=\"1 2 3&#x9;&#xA;&#xD;\"></a>"),
            ("<?xml version='1.0' encoding='UTF-8'?>\n<!-- x -->\n<a>&#x5BA2;</a>\n<!-- y -->", "<a>客</a>"),
            ("<a xmlns:unused='urn:u'/>", "<a></a>"),
            ("<a xmlns='urn:a'><b xmlns=''/></a>", "<a xmlns=\"urn:a\"><b xmlns=\"\"></b></a>"),
            ("<a xmlns=''/>", "<a></a>"),
            (
                "<q:a xmlns:p='urn:z' xmlns:q='urn:q' xmlns:r='urn:b' p:x='1' r:x='2'/>",
                "<q:a xmlns:p=\"urn:z\" xmlns:q=\"urn:q\" xmlns:r=\"urn:b\" r:x=\"2\" p:x=\"1\"></q:a>"
            ),
        ]
    )
    func normalisation(text: String, expected: String) throws {
        #expect(try form(text) == expected)
    }

    @Test("the canonical form of a subtree leaves its surroundings out")
    func subtree() throws {
        let text = "<a xmlns='urn:a' xmlns:p='urn:p' xml:lang='zh'>x<b>1<p:c/></b><d/></a>"
        #expect(try form(text, 0) == "<b xmlns=\"urn:a\">1<p:c xmlns:p=\"urn:p\"></p:c></b>")
        #expect(try form(text, 0, 0) == "<p:c xmlns:p=\"urn:p\"></p:c>")
        #expect(try form(text, 1) == "<d xmlns=\"urn:a\"></d>")
    }

    @Test(
        "a relative namespace URI is refused, and no partial output is taken (void canonicalisation)",
        arguments: ["<a xmlns:x='1'><b/></a>", "<a><b xmlns:x='1'/></a>", "<a><b><c xmlns='relative/uri'/></b></a>"]
    )
    func relativeNamespace(text: String) throws {
        let error = #expect(throws: XMLError.self) { try form(text) }
        #expect(error?.code == .canonicalisation)
        #expect(error?.line == 1)
    }
}
