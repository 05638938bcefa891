/// A customer who is signed in.
struct SimulatedSession: Sendable {
    let id: String
    let arrival: Arrival
    let domainName: String
    let domainID: String
}
