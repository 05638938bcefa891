import Onboarding

/// A proposal in JSON as the row of a file, so that both are judged alike.
enum DraftRow {
    private static let texts = ["kind", "subject", "valid_from", "valid_until", "accounts", "site", "platform_id"]
    private static let lists = ["acs", "certificates"]

    static func row(_ value: JSONValue, line: Int) throws -> SheetRow {
        let fields = try JSONFields(value, Set(texts + lists + ["per_day"]))
        var values: [String: String] = [:]
        for name in texts { values[name] = try fields.text(name) }
        for name in lists { values[name] = try fields.texts(name, most: 100)?.joined(separator: " ") }
        values["per_day"] = try fields.integer("per_day").map(String.init)
        for name in ["kind", "subject"] where values[name] == nil { throw RequestFault.member(name) }
        return SheetRow(line: line, values)
    }
}
