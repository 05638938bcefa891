/// Who judges the messages of each carrier; each call makes a judge that has seen nothing yet.
public struct AttackJudges: Sendable {
    /// Judges one message after the other.
    public typealias Judge = ([UInt8]) throws -> AttackVerdict

    private let response: @Sendable () throws -> Judge
    private let query: @Sendable () throws -> Judge
    private let form: @Sendable () throws -> Judge
    private let logout: @Sendable () throws -> Judge
    private let metadata: @Sendable () throws -> Judge

    /// Makes judges; the closures decide whether a judge remembers.
    public init(
        response: @escaping @Sendable () throws -> Judge,
        query: @escaping @Sendable () throws -> Judge,
        form: @escaping @Sendable () throws -> Judge,
        logout: @escaping @Sendable () throws -> Judge,
        metadata: @escaping @Sendable () throws -> Judge
    ) {
        self.response = response
        self.query = query
        self.form = form
        self.logout = logout
        self.metadata = metadata
    }

    func judge(_ carrier: AttackCarrier) throws -> Judge {
        switch carrier {
        case .response: try response()
        case .requestQuery: try query()
        case .requestForm: try form()
        case .logoutQuery: try logout()
        case .metadata: try metadata()
        }
    }
}
