/// What became of a request that comes with a key.
public enum KeptAnswerState: Hashable, Sendable {
    /// Nobody came with this key: it is taken now.
    case fresh
    /// The same request is at work.
    case running
    /// Another request came with this key.
    case another
    /// The same request was answered.
    case answered(KeptAnswer)
}
