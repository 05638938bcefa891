/// Looks at the octets before libxml2 does: encoding, DOCTYPE, processing instructions, and every count that makes a
/// parser slow. It refuses; it never interprets.
struct ByteGate {
    private let bytes: [UInt8]
    private let limits: ParserLimits
    private var index = 0
    private var depth = 0
    private var elements = 0
    private var attributes = 0

    /// Checks the document and returns the offset of its first octet behind a byte order mark.
    static func check(_ bytes: [UInt8], limits: ParserLimits) throws(XMLError) -> Int {
        guard bytes.count <= limits.bytes else {
            throw XMLError(.tooLarge, "the document has \(bytes.count) octets, the limit is \(limits.bytes)")
        }
        guard !bytes.contains(0) else { throw XMLError(.forbiddenCharacter, "the document holds a NUL octet") }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw XMLError(.encoding, "the document is not valid UTF-8")
        }
        var gate = ByteGate(bytes: bytes, limits: limits)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            guard limits.allowsByteOrderMark else {
                throw XMLError(.encoding, "a message must not begin with a byte order mark")
            }
            gate.index = 3
        }
        let start = gate.index
        try gate.readDeclaration()
        try gate.readMarkup()
        return start
    }

    private init(bytes: [UInt8], limits: ParserLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    private mutating func readDeclaration() throws(XMLError) {
        guard looking(at: "<?xml"), index + 5 < bytes.count, Self.isSpace(bytes[index + 5]) else { return }
        let start = index
        guard skip(past: "?>") else { throw error(.malformed, "the XML declaration has no end") }
        let declaration = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
        guard declaration.contains("encoding") else { return }
        guard declaration.contains("\"utf-8\"") || declaration.contains("'utf-8'") else {
            throw error(.encoding, "the XML declaration names an encoding other than UTF-8")
        }
    }

    private mutating func readMarkup() throws(XMLError) {
        var textStart = index
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            try checkText(from: textStart)
            if looking(at: "<!--") {
                guard skip(past: "-->") else { throw error(.malformed, "a comment has no end") }
            } else if looking(at: "<![CDATA[") {
                let start = index
                guard skip(past: "]]>") else { throw error(.malformed, "a CDATA section has no end") }
                try checkText(from: start)
            } else if looking(at: "<!") {
                throw error(.doctype, "document type and entity declarations are refused")
            } else if looking(at: "<?") {
                throw error(.processingInstruction, "processing instructions are refused")
            } else if looking(at: "</") {
                depth -= 1
                guard skip(past: ">") else { throw error(.malformed, "an end tag has no end") }
            } else {
                try readStartTag()
            }
            textStart = index
        }
        try checkText(from: textStart)
    }

    private mutating func readStartTag() throws(XMLError) {
        elements += 1
        guard elements <= limits.elements else {
            throw error(.tooManyElements, "more than \(limits.elements) elements")
        }
        var own = 0
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            let byte = bytes[index]
            index += 1
            guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") else { continue }
            let start = index
            while index < bytes.count, bytes[index] != byte { index += 1 }
            try checkText(from: start)
            index += 1
            own += 1
            attributes += 1
            guard own <= limits.attributesOfElement else {
                throw error(.tooManyAttributes, "more than \(limits.attributesOfElement) attributes in one element")
            }
            guard attributes <= limits.attributes else {
                throw error(.tooManyAttributes, "more than \(limits.attributes) attributes")
            }
        }
        guard index < bytes.count else { throw error(.malformed, "a start tag has no end") }
        if bytes[index - 1] != UInt8(ascii: "/") { depth += 1 }
        guard depth <= limits.depth else {
            throw error(.tooDeep, "elements nested deeper than \(limits.depth)")
        }
        index += 1
    }

    private func checkText(from start: Int) throws(XMLError) {
        guard index - start <= limits.text else {
            throw error(.textTooLong, "a text of \(index - start) octets, the limit is \(limits.text)")
        }
    }

    private func looking(at marker: StaticString) -> Bool {
        guard bytes.count - index >= marker.utf8CodeUnitCount else { return false }
        return memoryEqual(marker)
    }

    private func memoryEqual(_ marker: StaticString) -> Bool {
        for offset in 0..<marker.utf8CodeUnitCount {
            guard unsafe bytes[index + offset] == marker.utf8Start[offset] else { return false }
        }
        return true
    }

    private mutating func skip(past marker: StaticString) -> Bool {
        while index < bytes.count {
            if looking(at: marker) {
                index += marker.utf8CodeUnitCount
                return true
            }
            index += 1
        }
        return false
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private func error(_ code: XMLError.Code, _ reason: String) -> XMLError {
        let end = min(index, bytes.count)
        let line = bytes[..<end].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
        let column = bytes[..<end].reversed().prefix { $0 != 0x0A }.count + 1
        return XMLError(code, reason, line: line, column: column)
    }
}
