/// A table of a page; every cell is text.
enum Table {
    static func html(_ rows: [[String]], header: [String] = []) -> String {
        let head =
            header.isEmpty ? "" : "<tr>" + header.map { "<th>\(SimulationPage.escape($0))</th>" }.joined() + "</tr>"
        let body = rows.map { row in
            "<tr>" + row.map { "<td>\(SimulationPage.escape($0))</td>" }.joined() + "</tr>"
        }
        return "<table>\(head)\(body.joined())</table>"
    }
}
