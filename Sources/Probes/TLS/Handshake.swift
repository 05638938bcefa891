import NIOSSL
import SAML

/// What one completed handshake shows.
struct Handshake: Sendable {
    let version: String
    let certificate: NIOSSLCertificate?

    init(_ handler: NIOSSLClientHandler) {
        version =
            switch handler.tlsVersion {
            case .tlsv1: "TLS 1.0"
            case .tlsv11: "TLS 1.1"
            case .tlsv12: "TLS 1.2"
            case .tlsv13: "TLS 1.3"
            default: "unknown"
            }
        certificate = handler.peerCertificate
    }

    /// The names in `subjectAltName`; addresses in their one form.
    var names: [String] {
        guard let names = certificate?._subjectAlternativeNames() else { return [] }
        return names.compactMap { name in
            switch name.nameType {
            case .dnsName: String(decoding: Array(name.contents), as: UTF8.self)
            case .ipAddress: NetworkAddress(octets: Array(name.contents))?.text
            default: nil
            }
        }
    }
}
