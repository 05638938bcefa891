import NIOCore
import NIOPosix
import NIOSSL
import TestSupport
import XMLSecurity

/// A server on loopback that shakes hands; without TLS it accepts and never says a word.
final class FakeTLSServer: Sendable {
    private let channel: any Channel

    init(
        _ certificate: Certificate? = nil,
        from oldest: TLSVersion = .tlsv12,
        to newest: TLSVersion? = nil,
        suites: [NIOTLSCipher]? = nil
    ) async throws {
        let context = try certificate.map { try Self.context($0, oldest, newest, suites) }
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    guard let context else { return }
                    try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
    }

    var port: Int { channel.localAddress?.port ?? 0 }

    func stop() async throws { try await channel.close().get() }

    private static func context(
        _ certificate: Certificate,
        _ oldest: TLSVersion,
        _ newest: TLSVersion?,
        _ suites: [NIOTLSCipher]?
    ) throws -> NIOSSLContext {
        let pem = try TestPKI.rsa2048.encryptedPEM(passphrase: Secret("open"))
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: [.certificate(try NIOSSLCertificate(bytes: certificate.der, format: .der))],
            privateKey: .privateKey(try NIOSSLPrivateKey(bytes: pem, format: .pem) { $0("open".utf8) })
        )
        configuration.minimumTLSVersion = oldest
        configuration.maximumTLSVersion = newest
        if let suites { configuration.cipherSuiteValues = suites }
        return try NIOSSLContext(configuration: configuration)
    }
}
