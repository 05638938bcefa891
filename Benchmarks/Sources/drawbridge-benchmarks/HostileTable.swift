import IdentityProvider

/// What inputs cost that are made to cost much, until they are refused.
enum HostileTable {
    static func show(_ signOn: SignOn, _ response: SignedResponse, _ stopwatch: Stopwatch) throws {
        let inputs = try HostileInput.all(signOn, response)
        Table.head("until it is refused; target 50 ms and 32 MB", "time", "memory", "refusal")
        for input in inputs {
            var refusal: String?
            let growth = try ResidentMemory.growth { refusal = input.refusal() }
            guard let refusal else { preconditionFailure("\(input.name) is accepted") }
            let time = try stopwatch.measure([{ _ = input.refusal() }])[0]
            let columns = ["\(Table.tenths(time / 1000)) ms", "\(Table.tenths(Double(growth) / 1024)) MB", refusal]
            print(Table.padded(input.name, 58), columns.map { Table.padded($0, 12) }.joined(separator: " "))
        }
    }
}
