/// What a server said to an ``OutboundRequest``.
struct OutboundAnswer: Sendable {
    let status: Int
    let body: [UInt8]
}
