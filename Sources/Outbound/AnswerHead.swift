/// What a server says in front of a page.
public struct AnswerHead: Hashable, Sendable {
    /// The status.
    public let status: Int
    /// The field `Date` as it came.
    public let date: String?
}
