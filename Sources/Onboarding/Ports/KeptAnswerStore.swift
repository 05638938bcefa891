public import XMLSecurity

/// Answers by the keys that clients chose, so that a repeated request changes nothing twice.
public protocol KeptAnswerStore: Sendable {
    /// Takes a key for a request, or says what became of it; of two at the same moment one takes it.
    /// - Parameters:
    ///   - key: the key.
    ///   - request: the digest of the request.
    ///   - now: the time.
    ///   - until: until when the key is taken, should no answer come.
    /// - Returns: what became of it.
    /// - Throws: when the store fails.
    func take(_ key: KeptAnswerKey, request: [UInt8], at now: Instant, until: Instant) async throws -> KeptAnswerState

    /// Keeps the answer to the request that took a key.
    func keep(_ answer: KeptAnswer, for key: KeptAnswerKey, until: Instant) async throws

    /// Gives a key back, of whose request nothing came.
    func release(_ key: KeptAnswerKey) async throws
}
