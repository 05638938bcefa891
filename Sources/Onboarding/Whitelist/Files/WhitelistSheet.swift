import SAML
import XMLSecurity

/// A whitelist as a file holds it: CSV or YAML with the same columns, in one order, so that two exports can be compared
/// line by line.
public struct WhitelistSheet: Sendable {
    /// The columns in the order in which they are written; of an entry only `kind` and `subject` are needed.
    public static let columns = [
        "kind", "subject", "state", "valid_from", "valid_until", "accounts", "acs", "certificates", "site",
        "platform_id", "per_day",
    ]

    /// Reads the rows of CSV.
    /// - Parameter text: the file; a byte-order mark at its beginning is passed over.
    /// - Returns: the rows.
    /// - Throws: ``SheetFault`` with the line.
    public static func rows(_ text: String) throws(SheetFault) -> [SheetRow] {
        try CommaSeparatedText.rows(text, needing: ["kind", "subject"])
    }

    /// Judges rows.
    /// - Parameter rows: the rows of a file.
    /// - Returns: what they say, in their order.
    /// - Throws: ``SheetFault`` with the line of the first that does not hold.
    public static func drafts(_ rows: [SheetRow]) throws(SheetFault) -> [WhitelistDraft] {
        var drafts: [WhitelistDraft] = []
        drafts.reserveCapacity(rows.count)
        for row in rows { drafts.append(try WhitelistRowReading(row).draft()) }
        return drafts
    }

    /// The entries of a file: all but the retired, by kind and then by subject.
    public static func sorted(_ entries: [WhitelistEntry]) -> [WhitelistEntry] {
        let order = Dictionary(uniqueKeysWithValues: WhitelistKind.allCases.enumerated().map { ($1, $0) })
        return entries.filter { $0.state != .retired }.sorted { left, right in
            let kinds = (order[left.subject.kind] ?? 0, order[right.subject.kind] ?? 0)
            guard kinds.0 == kinds.1 else { return kinds.0 < kinds.1 }
            return left.subject.key.utf8.lexicographicallyPrecedes(right.subject.key.utf8)
        }
    }

    /// Writes entries as CSV.
    public static func csv(_ entries: [WhitelistEntry]) -> String {
        let rows = sorted(entries).map { entry in
            let values = WhitelistRowWriting.values(entry)
            return columns.map { values[$0] ?? "" }
        }
        return CommaSeparatedText.text([columns] + rows)
    }

    /// Writes entries as YAML; every text in quotation marks, so that none is read as a number.
    public static func yaml(_ entries: [WhitelistEntry]) -> String {
        let items = sorted(entries).map { entry in
            let values = WhitelistRowWriting.values(entry)
            let lines = columns.compactMap { column in values[column].map { "\(column): \(quoted($0))" } }
            return "  - " + lines.joined(separator: "\n    ") + "\n"
        }
        return items.isEmpty ? "entries: []\n" : "entries:\n" + items.joined()
    }

    // YAML 1.2 5.7: in double quotes only these two must be escaped, for no value has a control character.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted += "\\" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
