/// What one request was answered with.
public struct SeenAnswer: Hashable, Codable, Sendable {
    /// The status; absent when there was no answer.
    public let status: Int?
    /// SHA-256 of the body in lower-case hexadecimal, where it was read.
    public let sha256: String?
    /// Why there was no answer: a step of the fetch (`connection`, `name`, `private-address`, `timeout` and so on).
    public let failure: String?

    /// Describes an answer.
    public init(status: Int? = nil, sha256: String? = nil, failure: String? = nil) {
        self.status = status
        self.sha256 = sha256
        self.failure = failure
    }

    var text: String {
        status.map { "\($0)" } ?? failure ?? "not looked at"
    }

    // A private address is reached by nobody but us: from inside, it says nothing about outside.
    var saysNothing: Bool { failure == "private-address" || (status == nil && failure == nil) }
}
