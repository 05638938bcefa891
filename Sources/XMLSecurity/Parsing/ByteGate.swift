/// Looks at the octets before libxml2 does; it refuses, it never interprets.
///
/// Encoding, DOCTYPE, processing instructions, and every count that makes a parser slow. Where it reads a construct, it
/// must end it where XML ends it: what the gate takes for a comment, libxml2 must take for a comment too.
struct ByteGate {
    private let bytes: [UInt8]
    private let limits: ParserLimits
    private var index = 0
    // For each open element how many namespaces it declares, and the sum.
    private var open: [Int] = []
    private var namespaces = 0
    private var elements = 0
    private var attributes = 0

    /// Checks the document and returns the offset of its first octet behind a byte order mark.
    static func check(_ bytes: [UInt8], limits: ParserLimits) throws(XMLError) -> Int {
        guard bytes.count <= limits.bytes else {
            throw XMLError(.tooLarge, "the document has \(bytes.count) octets, the limit is \(limits.bytes)")
        }
        var gate = ByteGate(bytes: bytes, limits: limits)
        try gate.readEncoding()
        let start = gate.index
        try gate.readDeclaration()
        try gate.readMarkup()
        return start
    }

    private init(bytes: [UInt8], limits: ParserLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    private mutating func readEncoding() throws(XMLError) {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            throw self.error(.encoding, "the document is not valid UTF-8", at: error.byteOffsets.lowerBound)
        }
        // UTF-16 and UTF-32 without a byte order mark show in their first characters (XML 1.0 appendix F.1).
        guard !bytes.prefix(4).contains(0) else {
            throw error(.encoding, "the document is not UTF-8 but UTF-16 or UTF-32", at: 0)
        }
        if let control = bytes.firstIndex(where: { $0 < 0x20 && !Self.isSpace($0) }) {
            let code = String(bytes[control], radix: 16, uppercase: true)
            throw error(.forbiddenCharacter, "the document holds the control character 0x\(code)", at: control)
        }
        guard looking(at: "\u{FEFF}") else { return }
        guard limits.allowsByteOrderMark else {
            throw error(.encoding, "a message must not begin with a byte order mark")
        }
        index = 3
        // libxml2 would take another one off.
        guard !looking(at: "\u{FEFF}") else { throw error(.encoding, "a second byte order mark") }
    }

    private mutating func readDeclaration() throws(XMLError) {
        guard looking(at: "<?xml"), index + 5 < bytes.count, Self.isSpace(bytes[index + 5]) else { return }
        let start = index
        try skip("<?xml", "?>")
        let declaration = String(decoding: bytes[start..<index].filter { !Self.isSpace($0) }, as: UTF8.self)
            .lowercased()
        guard let encoding = declaration.split(separator: "encoding", maxSplits: 1).dropFirst().first else { return }
        guard encoding.hasPrefix("=\"utf-8\"") || encoding.hasPrefix("='utf-8'") else {
            throw error(.encoding, "the XML declaration names an encoding other than UTF-8", at: start)
        }
    }

    private mutating func readMarkup() throws(XMLError) {
        var textStart = index
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            try checkText(textStart..<index)
            try readTag()
            textStart = index
        }
        try checkText(textStart..<index)
    }

    private mutating func readTag() throws(XMLError) {
        if looking(at: "</") {
            guard let own = open.popLast() else { throw error(.malformed, "an end tag without a start tag") }
            namespaces -= own
            try skip("</", ">")
        } else if looking(at: "<!--") {
            try skip("<!--", "-->")
        } else if looking(at: "<![CDATA[") {
            let start = index + 9
            try skip("<![CDATA[", "]]>")
            try checkText(start..<(index - 3))
        } else if looking(at: "<!") {
            throw error(.doctype, "document type and entity declarations are refused")
        } else if looking(at: "<?") {
            throw error(.processingInstruction, "processing instructions are refused")
        } else {
            try readStartTag()
        }
    }

    private mutating func readStartTag() throws(XMLError) {
        let start = index
        elements += 1
        guard elements <= limits.elements else {
            throw error(.tooManyElements, "more than \(limits.elements) elements")
        }
        guard open.count < limits.depth else {
            throw error(.tooDeep, "elements nested deeper than \(limits.depth)")
        }
        let declared = try readAttributes()
        guard index < bytes.count else { throw error(.malformed, "a start tag has no end", at: start) }
        guard namespaces + declared <= limits.namespaces else {
            throw error(.tooManyAttributes, "more than \(limits.namespaces) namespaces in force", at: start)
        }
        if bytes[index - 1] != UInt8(ascii: "/") {
            open.append(declared)
            namespaces += declared
        }
        index += 1
    }

    // Up to the end of the start tag; returns how many attributes declare a namespace.
    private mutating func readAttributes() throws(XMLError) -> Int {
        var own = 0
        var declared = 0
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            switch bytes[index] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                own += 1
                try readAttributeValue(number: own)
            case UInt8(ascii: "x") where Self.isSpace(bytes[index - 1]) && looking(at: "xmlns"):
                declared += 1
            default: break
            }
            index += 1
        }
        return declared
    }

    private mutating func readAttributeValue(number: Int) throws(XMLError) {
        attributes += 1
        guard number <= limits.attributesOfElement else {
            throw error(.tooManyAttributes, "more than \(limits.attributesOfElement) attributes in one element")
        }
        guard attributes <= limits.attributes else {
            throw error(.tooManyAttributes, "more than \(limits.attributes) attributes")
        }
        let quote = bytes[index]
        let start = index + 1
        index = start
        while index < bytes.count, bytes[index] != quote { index += 1 }
        try checkText(start..<index)
    }

    private func checkText(_ range: Range<Int>) throws(XMLError) {
        guard range.count <= limits.text else {
            throw error(
                .textTooLong,
                "a text of \(range.count) octets, the limit is \(limits.text)",
                at: range.lowerBound
            )
        }
    }

    private func looking(at marker: StaticString) -> Bool {
        guard bytes.count - index >= marker.utf8CodeUnitCount else { return false }
        for offset in 0..<marker.utf8CodeUnitCount {
            guard unsafe bytes[index + offset] == marker.utf8Start[offset] else { return false }
        }
        return true
    }

    // Moves behind a construct. The closing marker shares nothing with the opening one: `<!-->` only opens a comment.
    private mutating func skip(_ opening: StaticString, _ closing: StaticString) throws(XMLError) {
        let start = index
        index += opening.utf8CodeUnitCount
        while index < bytes.count {
            if looking(at: closing) {
                index += closing.utf8CodeUnitCount
                return
            }
            index += 1
        }
        throw error(.malformed, "no \(closing) follows \(opening)", at: start)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    // The place is counted when there is something to say, and then once; columns are characters, as editors show them.
    private func error(_ code: XMLError.Code, _ reason: String, at offset: Int? = nil) -> XMLError {
        let before = bytes[..<min(offset ?? index, bytes.count)]
        let line = before.count { $0 == 0x0A } + 1
        let column = before.reversed().prefix { $0 != 0x0A }.count { $0 & 0xC0 != 0x80 } + 1
        return XMLError(code, reason, line: line, column: column)
    }
}
