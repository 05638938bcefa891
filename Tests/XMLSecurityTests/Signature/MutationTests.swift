import TestSupport
import Testing
import XMLSecurity

/// Octets changed at random: whatever still verifies is what was signed.
@Suite("Mutations of a signed document")
struct MutationTests {
    private static let fragments: [[UInt8]] = [
        "<", ">", "/", "\"", "'", "&", "&amp;", "&#0;", "&#x41;", "<!--", "-->", "<!-->", "<![CDATA[", "]]>",
        "<!DOCTYPE a>", "<?x?>",
        " xmlns=\"1\"", " xmlns:t=\"urn:evil\"", " ID=\"_1\"", " Id=\"_1\"", "\0", "\u{FEFF}", "\u{FFFE}", "\r\n", "客",
        "<x/>",
        "<ds:Transform/>", "</ds:Signature>",
    ].map { Array($0.utf8) }

    @Test("4,000 mutations: none crashes, none verifies as anything else", arguments: 0..<8)
    func mutations(batch: UInt64) throws {
        let good = Array(SignatureRefusalTests.good.utf8)
        let signed = try verified(good)
        #expect(signed != nil)
        var state = batch &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func below(_ limit: Int) -> Int {
            // xorshift64.
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(limit))
        }
        for _ in 0..<500 {
            var document = good
            for _ in 0...below(3) {
                let start = below(document.count)
                let end = min(document.count, start + below(8))
                switch below(5) {
                case 0: document[start] = UInt8(below(256))
                case 1: document.removeSubrange(start..<end)
                case 2: document.insert(contentsOf: Self.fragments[below(Self.fragments.count)], at: start)
                case 3: document.insert(contentsOf: document[start..<end], at: below(document.count))
                default: document.replaceSubrange(start..<end, with: Self.fragments[below(Self.fragments.count)])
                }
            }
            let found = try verified(document)
            #expect(found == nil || found == signed, "\(String(decoding: document, as: UTF8.self))")
        }
    }

    private func verified(_ document: [UInt8]) throws -> [UInt8]? {
        guard let parsed = try? XMLDocument(parsing: document, limits: .message) else { return nil }
        return try? SignatureVerifier.verify(parsed.root, keys: SignatureRefusalTests.keys, policy: .strict).bytes
    }
}
