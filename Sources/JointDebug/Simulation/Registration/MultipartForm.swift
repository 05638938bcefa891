import SAML

/// A form with files, taken apart (RFC 7578, RFC 2046 5.1.1).
struct MultipartForm: Sendable {
    struct Part: Sendable {
        let name: String
        let fileName: String?
        let content: [UInt8]
    }

    private static let mark = "multipart/form-data"
    private static let end = Array("\r\n\r\n".utf8)

    private let parts: [Part]

    /// Reads a body.
    /// - Throws: ``Refusal`` when it is no such form.
    init(_ body: [UInt8], type: String) throws(Refusal) {
        guard type.lowercased().hasPrefix(Self.mark), let boundary = Self.parameter("boundary", in: type[...]) else {
            throw Refusal(.transportForm, expected: Self.mark, found: type)
        }
        // With the line end before it, which is the boundary's and not the content's.
        let delimiter = Array("\r\n--\(boundary)".utf8)
        var parts: [Part] = []
        let pieces = Self.split(Array("\r\n".utf8) + body, at: delimiter)
        guard pieces.count > 2, pieces.last?.starts(with: Array("--".utf8)) == true else {
            throw Refusal(.transportForm, expected: "--\(boundary)--", found: "\(body.count) octets")
        }
        for piece in pieces.dropFirst().dropLast() { parts.append(try Self.part(piece)) }
        self.parts = parts
    }

    func part(_ name: String) -> Part? {
        parts.first { $0.name == name }
    }

    func text(_ name: String) -> String? {
        part(name).flatMap { String(validating: $0.content, as: UTF8.self) }
    }

    private static func part(_ piece: ArraySlice<UInt8>) throws(Refusal) -> Part {
        guard let gap = index(of: end, in: piece) else {
            throw Refusal(.transportForm, expected: "Content-Disposition", found: "no header")
        }
        let head = String(decoding: piece[..<gap], as: UTF8.self)
        let lines = head.split(whereSeparator: \.isNewline)
        let line = lines.first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let line, let name = parameter("name", in: line) else {
            throw Refusal(.transportForm, expected: "Content-Disposition", found: head)
        }
        return Part(
            name: name,
            fileName: parameter("filename", in: line),
            content: Array(piece[(gap + end.count)...])
        )
    }

    private static func parameter(_ name: String, in line: Substring) -> String? {
        for field in line.split(separator: ";").dropFirst() {
            let pair = field.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0].lowercased() == name else { continue }
            return String(pair[1].filter { $0 != "\"" })
        }
        return nil
    }

    private static func split(_ bytes: [UInt8], at delimiter: [UInt8]) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var rest = bytes[...]
        while let place = index(of: delimiter, in: rest) {
            pieces.append(rest[..<place])
            rest = rest[(place + delimiter.count)...]
        }
        return pieces + [rest]
    }

    private static func index(of pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        var start = bytes.startIndex
        while let place = bytes[start...].firstIndex(of: pattern[0]) {
            if bytes[place...].starts(with: pattern) { return place }
            start = place + 1
        }
        return nil
    }
}
