/// One thing that an identity provider gets wrong, made by a proxy in front of one that does not.
struct ProxyFault: Sendable {
    /// Answers in place of the other side, or does not.
    typealias StandIn = @Sendable (inout ProxiedExchange) async -> Bool
    /// Changes what the other side answered.
    typealias Change = @Sendable (inout ProxiedExchange) async -> Void

    /// How many it serves at once.
    let most: Int
    private let standIn: StandIn
    private let alter: Change

    /// A fault; without anything it is none.
    init(
        most: Int = 1024,
        change alter: @escaping Change = { _ in },
        instead standIn: @escaping StandIn = { _ in false }
    ) {
        self.most = most
        self.standIn = standIn
        self.alter = alter
    }

    func stands(in exchange: inout ProxiedExchange) async -> Bool { await standIn(&exchange) }

    func change(_ exchange: inout ProxiedExchange) async { await alter(&exchange) }
}
