/// One request of ours whose answer counts whatever its status is.
struct OutboundRequest: Sendable {
    let method: String
    let url: String
    let headers: [(name: String, value: String)]
    let body: [UInt8]
}
