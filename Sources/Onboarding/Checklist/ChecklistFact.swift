/// One thing that was read, measured or compared.
public struct ChecklistFact: Hashable, Sendable, Codable {
    /// What it is.
    public let name: String
    /// What was found.
    public let value: String

    /// Notes a fact.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
