/// The key that a client chose for a request; those of other operators are other keys.
public struct KeptAnswerKey: Hashable, Sendable {
    /// The operator's number.
    public let person: Int64
    /// The client's text.
    public let text: String

    /// Describes a key.
    public init(person: Int64, text: String) {
        self.person = person
        self.text = text
    }
}
