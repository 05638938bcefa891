import HuaweiCloud
public import XMLSecurity

/// A call that came to the simulated BSS, and what it was answered.
public struct BSSSeenCall: Sendable {
    /// What the list of calls calls the question for a token.
    public static let token = "token"

    /// Its number, from 1 on.
    public let number: Int
    /// When it came, by the right clock.
    public let at: Instant
    /// The operation's name, or ``token``.
    public let operation: String
    /// Who called, when that is known.
    public let caller: String?
    /// `error_code`; `nil` of a success.
    public let code: String?
    /// Which part of the signature is wrong, or what is wrong with the token.
    let fault: SignatureFault?
    /// As it went over the wire.
    public let exchange: WebExchange

    /// Whether it asks for a token.
    var isForToken: Bool { operation == Self.token }

    /// The status.
    public var status: Int { exchange.status }

    /// Which part of a signature is wrong, by its name.
    public var reason: String? { fault?.rawValue }
}
