/// Lines of a table for people.
enum Table {
    static func head(_ what: String, _ columns: String...) {
        print(padded(what, 58), columns.map { padded($0, 12) }.joined(separator: " "))
    }

    /// A time, and the ratio to the shortest time that the arithmetic allows.
    static func row(_ what: String, _ time: Double, limit: Double? = nil, target: String = "") {
        let ratio = limit.map { "\((1000 * $0 / time).rounded() / 10) %" } ?? ""
        let rate = "\(Int(1e6 / time))/s"
        print(padded(what, 58), padded(rate, 12), padded("\(tenths(time)) us", 12), padded(ratio, 12), target)
    }

    static func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }

    static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
