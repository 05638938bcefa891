import XMLSecurity

/// What lenient parsers do with text before and after they parse.
enum WeakText {
    /// What an external entity brings when it is fetched.
    static let fetched = "fetched from elsewhere"

    static func readable(_ octets: [UInt8], _ skipped: Set<Defence>) throws -> [UInt8] {
        var octets = octets
        guard skipped.contains(.encoding) || !octets.starts(with: [0xEF, 0xBB, 0xBF]) else { throw Refused("a mark") }
        if skipped.contains(.encoding) { octets = decoded(octets) }
        if skipped.contains(.doctype) { octets = Array(expanded(String(decoding: octets, as: UTF8.self)).utf8) }
        if skipped.contains(.instructions) {
            let text = String(decoding: octets, as: UTF8.self)
            octets = Array(text.replacing(/<\?x\?>/, with: "<!---->").utf8)
        }
        return octets
    }

    /// Without DOCTYPE, each entity replaced by its value; external ones are "fetched".
    static func expanded(_ text: String) -> String {
        guard let doctype = text.firstRange(of: "<!DOCTYPE"), let end = endOfDoctype(text, doctype.lowerBound) else {
            return text
        }
        let declarations = text[doctype.lowerBound..<end]
        var content = String(text[..<doctype.lowerBound] + text[end...])
        for entity in declarations.matches(of: /<!ENTITY (\w+) (SYSTEM )?"([^"]*)">/) {
            let value = entity.output.2 == nil ? String(entity.output.3).replacing("&#34;", with: "\"") : fetched
            content = content.replacing("&\(entity.output.1);", with: value)
        }
        return content
    }

    /// How long one entity becomes, without making it.
    static func length(of name: Substring, in declarations: String) -> Int {
        guard
            let entity = declarations.matches(of: /<!ENTITY (\w+) "([^"]*)">/).first(where: { $0.output.1 == name })
        else { return 0 }
        let inner = entity.output.2.matches(of: /&(\w+);/)
        guard let first = inner.first else { return entity.output.2.count }
        return inner.count * length(of: first.output.1, in: declarations)
    }

    private static func endOfDoctype(_ text: String, _ start: String.Index) -> String.Index? {
        guard let bracket = text[start...].firstRange(of: "]>") else {
            return text[start...].firstRange(of: ">")?.upperBound
        }
        return bracket.upperBound
    }

    private static func decoded(_ octets: [UInt8]) -> [UInt8] {
        var octets = octets
        if octets.contains(0) {
            let isBig = octets.first == 0xFE
            var pairs: [UInt16] = []
            for at in stride(from: isBig ? 2 : 0, to: octets.count - 1, by: 2) {
                let (high, low) = isBig ? (octets[at], octets[at + 1]) : (octets[at + 1], octets[at])
                pairs.append(UInt16(high) << 8 | UInt16(low))
            }
            octets = Array(String(decoding: pairs, as: UTF16.self).utf8)
        }
        if octets.starts(with: [0xEF, 0xBB, 0xBF]) { octets.removeFirst(3) }
        let text = String(decoding: octets, as: UTF8.self)
        return Array(text.replacing(/^<\?xml[^>]*\?>/, with: "").utf8)
    }

    /// The text as a reader has it that takes the first text node for the whole.
    static func upToComment(_ octets: [UInt8], _ text: String) -> String {
        let source = String(decoding: octets, as: UTF8.self)
        guard let found = source.firstMatch(of: /<saml:NameID[^>]*>([^<]*)<!/) else { return text }
        return String(found.output.1)
    }
}
