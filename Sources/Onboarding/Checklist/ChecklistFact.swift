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

    /// The name of the fact that names a joint-debug run.
    public static let run = "run"
    /// The name of the fact with the SHA-256 of that run's file.
    public static let runHash = "SHA-256"
    /// The name of the fact that names a file which a person attached.
    public static let file = "file"
    /// The name of the fact with the SHA-256 of that file.
    public static let fileHash = "sha256"
    /// The name of the fact that says who attached it.
    public static let person = "by"
}
