import Attacks
import SAML
import Testing
import XMLSecurity

@Suite("The bombs are live: each really is as large as its title says")
struct LiveBombTests {
    static let entities = ["billion-laughs", "quadratic-entities"]
    static let sizes = [
        "deep-nesting", "many-elements", "many-attributes", "many-namespaces", "long-attribute", "long-text",
        "long-document",
    ]

    private func text(_ id: String) throws -> String {
        let attack = try #require(Attack.all.first { $0.id == id })
        return String(decoding: try attack.mutate(Stand.material).octets, as: UTF8.self)
    }

    @Test("Entities would grow to a hundred megabytes and more")
    func entitySizes() throws {
        let laughs = try text("billion-laughs")
        #expect(WeakText.length(of: "e9", in: laughs) == 3_000_000_000)
        let quadratic = try text("quadratic-entities")
        let uses = quadratic.matches(of: /&e;/).count
        #expect(uses * WeakText.length(of: "e", in: quadratic) >= 100_000_000)
        // With its entity short the same document is a valid response: nothing but the entity is wrong with it.
        let long = String(repeating: "a", count: 20_000)
        let harmless = quadratic.replacing(long, with: "a").replacing(
            String(repeating: "&e;", count: 20_000),
            with: "&e;"
        )
        let reader = WeakServiceProvider(material: Stand.material, skipped: [.doctype])
        #expect(try reader.subject(Array(harmless.utf8)) == LiveResponse.honest)
    }

    @Test("Counts and lengths are beyond the limits of a message")
    func counts() throws {
        let limits = ParserLimits.message
        #expect(try deepest(text("deep-nesting")) > limits.depth)
        #expect(try text("many-elements").matches(of: /<a>/).count > limits.elements)
        #expect(try text("many-attributes").matches(of: /\sa[0-9]+=/).count > limits.attributesOfElement)
        #expect(try text("many-namespaces").matches(of: /\sxmlns:n[0-9]+=/).count > limits.namespaces)
        let attribute = try #require(try text("long-attribute").firstMatch(of: /\sa="(a*)"/))
        #expect(attribute.output.1.count > limits.text)
        #expect(try #require(try text("long-text").firstMatch(of: /<a>(a*)</)).output.1.count > limits.text)
        #expect(try text("long-document").utf8.count > limits.bytes)
    }

    @Test(
        "A reader with larger limits takes them",
        arguments: ["many-elements", "long-attribute", "long-text", "long-document"]
    )
    func larger(id: String) throws {
        let reader = WeakServiceProvider(material: Stand.material, skipped: [])
        #expect(try reader.subject(Array(text(id).utf8)) == LiveResponse.honest)
    }

    @Test("Without what was put into Extensions they are the valid response", arguments: sizes)
    func otherwiseValid(id: String) throws {
        let text = try text(id)
        let start = try #require(text.firstRange(of: "<samlp:Extensions>")).lowerBound
        let end = try #require(text.firstRange(of: "</samlp:Extensions>")).upperBound
        #expect(try Array((text[..<start] + text[end...]).utf8) == Stand.material.validMessage(.response))
        // A limit of a message can only be met by a document that is well-formed so far as it goes.
        let content = text[start..<end]
        #expect(content.count { $0 == "<" } == content.count { $0 == ">" })
    }

    private func deepest(_ text: String) -> Int {
        var (depth, deepest) = (0, 0)
        for tag in text.matches(of: /<\/?/) {
            depth += tag.output == "</" ? -1 : 1
            deepest = max(deepest, depth)
        }
        return deepest
    }
}
