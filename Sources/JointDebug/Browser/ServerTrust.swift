import NIOSSL

/// Whose TLS certificates a browser takes: those that this machine trusts, and those of a file.
public struct ServerTrust: Sendable {
    let context: NIOSSLContext

    /// What this machine trusts.
    /// - Parameter file: a PEM file of certificates to trust beside them.
    /// - Throws: ``BrowserError`` for a file that holds none.
    public init(addingFile file: String? = nil) throws {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        if let file {
            guard let certificates = try? NIOSSLCertificate.fromPEMFile(file), !certificates.isEmpty else {
                throw BrowserError("\(file) holds no certificate in PEM")
            }
            configuration.additionalTrustRoots = [.certificates(certificates)]
        }
        context = try NIOSSLContext(configuration: configuration)
    }
}
