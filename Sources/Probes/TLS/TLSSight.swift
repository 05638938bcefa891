public import XMLSecurity

/// What was seen of a server behind TLS.
public struct TLSSight: Sendable {
    /// Where the connection went.
    public let address: String
    /// The version that both prefer; `nil` when there was no handshake.
    public let version: String?
    /// The kinds of suites of HUAWEI CLOUD's list that TLS 1.2 is taken with (huawei-cloud.md 6.2).
    public let suites: [String]
    /// The server's own certificate.
    public let certificate: Certificate?
    /// The names and addresses that it is for.
    public let names: [String]
    /// Whether the authorities vouch for the certificate, its time and the name.
    public let isTrusted: Bool

    /// Whether TLS 1.3 was spoken, or TLS 1.2 is with a suite of the list.
    public var isModern: Bool { version == "TLS 1.3" || (version == "TLS 1.2" && !suites.isEmpty) }
}
