import NIOSSL
public import XMLSecurity

/// The certificate and key with which the public listener speaks TLS.
public struct ListenerCertificate: Sendable {
    /// When the certificate ends.
    public let end: Instant
    let context: NIOSSLContext

    /// Takes a chain and its key.
    /// - Parameters:
    ///   - chain: PEM, the server's certificate first.
    ///   - key: PEM, not encrypted.
    /// - Throws: ``KeyError`` when there is no certificate; NIOSSL's error when the two do not fit each other.
    public init(chain: [UInt8], key: [UInt8]) throws {
        end = try Certificate(pem: chain).notAfter
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMBytes(chain).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(bytes: key, format: .pem))
        )
        // RFC 8996 ends the versions below.
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        context = try NIOSSLContext(configuration: configuration)
    }
}
