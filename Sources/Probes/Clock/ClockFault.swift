/// Why a time server's answer says nothing about our clock.
public enum ClockFault: Error, Hashable, Sendable {
    /// No answer came.
    case silent(ProbeFault)
    /// It is not an answer of NTP.
    case malformed
    /// It answers another question: late, or forged.
    case notOurs
    /// The server asks us to go away (RFC 4330 8), with this code.
    case kissOfDeath(String)
    /// The server's own clock is not set.
    case unsynchronised

    /// What happened, as a fact of the checklist.
    public var reason: String {
        switch self {
        case .silent(let fault): fault.rawValue
        case .malformed: "the answer is not NTP"
        case .notOurs: "the answer is to another question"
        case .kissOfDeath(let code): "the server refuses us: \(code)"
        case .unsynchronised: "the server's own clock is not set"
        }
    }
}
