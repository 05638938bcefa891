/// An answer to a change, kept so that who repeats the request gets it again.
public struct KeptAnswer: Hashable, Sendable, Codable {
    /// The HTTP status.
    public let status: Int
    /// The entity tag, where there is one.
    public let entityTag: String?
    /// The body.
    public let body: String

    /// Describes an answer.
    public init(status: Int, entityTag: String?, body: String) {
        self.status = status
        self.entityTag = entityTag
        self.body = body
    }
}
