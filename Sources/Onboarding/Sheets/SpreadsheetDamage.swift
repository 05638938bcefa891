/// What spreadsheets make of long ids.
public enum SpreadsheetDamage: Sendable {
    /// Whether an id was turned into a number in scientific notation, such as `1.23E+17`.
    public static func shows(in value: String) -> Bool {
        let parts = value.uppercased().split(separator: "E", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].first == "+" || parts[1].first == "-" else { return false }
        let mantissa = parts[0].filter { $0 != "." && $0 != "," && $0 != "-" }
        let exponent = parts[1].dropFirst()
        return !mantissa.isEmpty && !exponent.isEmpty && mantissa.allSatisfy { $0.isASCII && $0.isNumber }
            && exponent.allSatisfy { $0.isASCII && $0.isNumber }
    }
}
