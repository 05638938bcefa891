import SAML

/// RFC 4180, and no dialect of it.
enum CommaSeparatedText {
    /// One record with the line on which it begins.
    struct Record {
        let line: Int
        let fields: [String]
    }

    static func records(_ text: String) throws(SheetFault) -> [Record] {
        var reader = Reader(text)
        var records: [Record] = []
        while let record = try reader.next() { records.append(record) }
        return records
    }

    /// The records behind the first, which names the columns.
    ///
    /// - Parameters:
    ///   - text: the file.
    ///   - needed: columns without which no row says anything.
    /// - Returns: the rows.
    /// - Throws: ``SheetFault`` with the line.
    static func rows(_ text: String, needing needed: [String]) throws(SheetFault) -> [SheetRow] {
        let records = try records(text)
        guard let header = records.first else {
            throw SheetFault(line: 1, Bilingual("The file is empty.", "文件为空。"))
        }
        guard needed.allSatisfy(header.fields.contains) else {
            let names = (needed.joined(separator: " and "), needed.joined(separator: " 和 "))
            throw SheetFault(
                line: 1,
                Bilingual("The first line names the columns, at least \(names.0).", "首行须为列名，至少包含 \(names.1)。")
            )
        }
        var rows: [SheetRow] = []
        for record in records.dropFirst() {
            guard record.fields.count == header.fields.count else {
                let (found, expected) = (record.fields.count, header.fields.count)
                throw SheetFault(
                    line: record.line,
                    Bilingual("\(found) fields instead of \(expected).", "应有 \(expected) 列，实际 \(found) 列。")
                )
            }
            let values = Dictionary(zip(header.fields, record.fields)) { first, _ in first }
            rows.append(SheetRow(line: record.line, values))
        }
        return rows
    }

    static func text(_ records: [[String]]) -> String {
        records.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func field(_ value: String) -> String {
        let needsQuotes = value.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) }
        guard needsQuotes else { return value }
        var quoted = "\""
        for scalar in value.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    // Scalars, not characters: CR and LF are one character together.
    private struct Reader {
        private let scalars: [Unicode.Scalar]
        private var index = 0
        private var line = 1

        init(_ text: String) {
            let scalars = Array(text.unicodeScalars)
            self.scalars = scalars.first == "\u{FEFF}" ? Array(scalars.dropFirst()) : scalars
        }

        mutating func next() throws(SheetFault) -> Record? {
            while index < scalars.count, isEnd(scalars[index]) { skipEnd() }
            guard index < scalars.count else { return nil }
            let start = line
            var fields = [try field()]
            while index < scalars.count, scalars[index] == "," {
                index += 1
                fields.append(try field())
            }
            if index < scalars.count { skipEnd() }
            return Record(line: start, fields: fields)
        }

        private mutating func field() throws(SheetFault) -> String {
            var value = ""
            guard index < scalars.count, scalars[index] == "\"" else {
                while index < scalars.count, scalars[index] != ",", !isEnd(scalars[index]) {
                    guard scalars[index] != "\"" else { throw fault }
                    value.unicodeScalars.append(scalars[index])
                    index += 1
                }
                return value
            }
            index += 1
            while true {
                guard index < scalars.count else { throw fault }
                if scalars[index] == "\"" {
                    index += 1
                    guard index < scalars.count, scalars[index] == "\"" else { break }
                }
                if scalars[index] == "\n" { line += 1 }
                value.unicodeScalars.append(scalars[index])
                index += 1
            }
            guard index == scalars.count || scalars[index] == "," || isEnd(scalars[index]) else { throw fault }
            return value
        }

        private var fault: SheetFault {
            SheetFault(
                line: line,
                Bilingual("A quotation mark stands where none may (RFC 4180).", "引号使用不符合 RFC 4180。")
            )
        }

        private func isEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\r" || scalar == "\n" }

        private mutating func skipEnd() {
            if scalars[index] == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" { index += 1 }
            index += 1
            line += 1
        }
    }
}
