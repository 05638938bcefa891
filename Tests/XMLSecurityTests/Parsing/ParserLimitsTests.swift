import Testing
import XMLSecurity

/// Every limit holds at itself and one beyond, for both kinds of documents, and no input makes the way there long.
@Suite("Limits of documents")
struct ParserLimitsTests {
    enum Kind: CaseIterable, Sendable {
        case message
        case metadata

        var limits: ParserLimits { self == .message ? .message : .metadata }
    }

    private static func code(_ text: String, _ kind: Kind) -> XMLError.Code? {
        do throws(XMLError) {
            _ = try XMLDocument(parsing: Array(text.utf8), limits: kind.limits)
            return nil
        } catch {
            return error.code
        }
    }

    @Test("octets", arguments: Kind.allCases)
    func bytes(kind: Kind) {
        let limit = kind.limits.bytes
        let text = "<a>" + "<b></b>" + String(repeating: " ", count: 1000) + "</a>"
        let padding = String(repeating: "<!-- -->", count: (limit - text.utf8.count) / 8)
        let filled = text + padding
        let exact = filled + String(repeating: "\n", count: limit - filled.utf8.count)
        #expect(exact.utf8.count == limit)
        #expect(Self.code(exact, kind) == nil)
        #expect(Self.code(exact + "\n", kind) == .tooLarge)
    }

    @Test(
        "depth, whether the innermost element is empty or not",
        arguments: Kind.allCases,
        ["<b/>", "<b></b>", "<b c='>'/>"]
    )
    func depth(kind: Kind, innermost: String) {
        func nested(_ levels: Int) -> String {
            String(repeating: "<a>", count: levels - 1) + innermost + String(repeating: "</a>", count: levels - 1)
        }
        #expect(Self.code(nested(kind.limits.depth), kind) == nil)
        #expect(Self.code(nested(kind.limits.depth + 1), kind) == .tooDeep)
    }

    @Test("elements", arguments: Kind.allCases)
    func elements(kind: Kind) {
        func document(_ count: Int) -> String { "<a>" + String(repeating: "<b/>", count: count - 1) + "</a>" }
        #expect(Self.code(document(kind.limits.elements), kind) == nil)
        #expect(Self.code(document(kind.limits.elements + 1), kind) == .tooManyElements)
    }

    @Test("attributes of one element, namespace declarations among them", arguments: Kind.allCases)
    func attributesOfElement(kind: Kind) {
        func document(_ count: Int) -> String {
            "<a" + (0..<count).map { $0.isMultiple(of: 2) ? " b\($0)=''" : " xmlns:n\($0)='urn:x'" }.joined() + "/>"
        }
        #expect(Self.code(document(kind.limits.attributesOfElement), kind) == nil)
        #expect(Self.code(document(kind.limits.attributesOfElement + 1), kind) == .tooManyAttributes)
    }

    @Test("namespaces in force: declared by open elements, not by those closed", arguments: Kind.allCases)
    func namespaces(kind: Kind) {
        let limit = kind.limits.namespaces
        let eight = (0..<8).map { " xmlns:n\($0)='urn:x'" }.joined()
        let closed = String(repeating: "<b\(eight)/><b\(eight)></b><b c=' xmlns:n=1' d=\"xmlns\"/>", count: 20)
        func document(_ innermost: String) -> String {
            let open = String(repeating: "<a\(eight)>", count: limit / 8 - 1)
            return open + closed + innermost + String(repeating: "</a>", count: limit / 8 - 1)
        }
        let full = document("<c\n\(eight)/>")
        #expect(Self.code(full, kind) == nil)
        #expect(Self.code("<d xmlns:e='urn:e'>\(full)</d>", kind) == .tooManyAttributes)
        #expect(Self.code(document("<c\t\(eight)\r\nxmlns='urn:d'/>"), kind) == .tooManyAttributes)
    }

    @Test("attributes in all", arguments: Kind.allCases)
    func attributes(kind: Kind) {
        let limit = kind.limits.attributes
        let full = "<b" + (0..<50).map { " b\($0)=''" }.joined() + "/>"
        let document = "<a>" + String(repeating: full, count: limit / 50)
        #expect(Self.code(document + "</a>", kind) == nil)
        #expect(Self.code(document + "<b c=''/></a>", kind) == .tooManyAttributes)
    }

    @Test(
        "texts, attribute values and CDATA",
        arguments: Kind.allCases,
        ["<a>#</a>", "<a b='#'/>", "<a><![CDATA[#]]></a>"]
    )
    func text(kind: Kind, frame: String) {
        func document(_ count: Int) -> String { frame.replacing("#", with: String(repeating: "x", count: count)) }
        #expect(Self.code(document(kind.limits.text), kind) == nil)
        #expect(Self.code(document(kind.limits.text + 1), kind) == .textTooLong)
    }

    @Test("a long text behind the root is refused like any other")
    func textBehindRoot() {
        #expect(Self.code("<a/>" + String(repeating: " ", count: 64 * 1024 + 1), .message) == .textTooLong)
    }

    // Each would take minutes in a gate that searches again from each start, or counts lines at each step.
    @Test(
        "no input costs more than its length",
        arguments: [
            "<!--", "<![CDATA[", "<a b=\"", "<a ", "</a", "<a>", "<", "<?xml ", "\n<a", "&", "\"", "<a\n", "-->", "]]>",
        ]
    )
    func quadratic(unit: String) {
        let limit = ParserLimits.metadata.bytes
        let text = String(repeating: unit, count: limit / unit.utf8.count)
        #expect(Self.code(text, .metadata) != nil)
        #expect(Self.code("<a>" + text.dropLast(16), .metadata) != nil)
    }

    @Test("100,000 nested elements, 50,000 attributes and a value of 10 MB are refused before libxml2 sees them")
    func floods() {
        #expect(Self.code(String(repeating: "<a>", count: 80_000), .message) == .tooDeep)
        #expect(Self.code("<a" + String(repeating: " b=''", count: 50_000) + "/>", .message) == .tooManyAttributes)
        #expect(Self.code("<a b='" + String(repeating: "x", count: 10_000_000) + "'/>", .message) == .tooLarge)
        #expect(Self.code("<a b='" + String(repeating: "x", count: 1_000_000) + "'/>", .metadata) == .textTooLong)
    }
}
