public import XMLSecurity

/// What was seen of a server behind TLS.
public struct TLSSight: Sendable {
    /// Where the connection went.
    public let address: String
    /// The version that both prefer; `nil` when there was no handshake.
    public let version: String?
    /// Whether TLS 1.2 is taken with a suite of HUAWEI CLOUD's list (huawei-cloud.md 6.2).
    public let takesTLS12: Bool
    /// The server's own certificate.
    public let certificate: Certificate?
    /// The names and addresses that it is for.
    public let names: [String]
    /// Whether the authorities vouch for the certificate, its time and the name.
    public let isTrusted: Bool

    /// Whether TLS 1.2 or later was spoken.
    public var isModern: Bool { version == "TLS 1.2" || version == "TLS 1.3" }
}
