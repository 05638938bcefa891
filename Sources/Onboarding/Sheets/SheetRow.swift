/// One row of a file with the names of its columns.
public struct SheetRow: Hashable, Sendable {
    /// The line, from 1.
    public let line: Int
    /// What stands under each column.
    public let values: [String: String]

    /// Makes a row.
    public init(line: Int, _ values: [String: String]) {
        self.line = line
        self.values = values
    }

    /// What stands under a column; `nil` when nothing does.
    public subscript(column: String) -> String? {
        guard let value = values[column], !value.isEmpty else { return nil }
        return value
    }
}
