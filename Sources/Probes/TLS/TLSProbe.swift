import NIOCore
import NIOPosix
import NIOSSL
import SAML
import XMLSecurity

/// Connects to a server and shakes hands: as it likes, with TLS 1.2 and each kind of suite alone, and with trust asked for.
///
/// Nothing is sent behind the handshake.
public struct TLSProbe: Sendable {
    // What HUAWEI CLOUD's list and BoringSSL have in common for TLS 1.2 (huawei-cloud.md 6.2); of TLS 1.3 every suite is
    // as good.
    private static let suites: [(name: String, suites: [NIOTLSCipher])] = [
        (
            "AES-128-GCM-SHA256",
            [.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, .TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256]
        ),
        (
            "AES-256-GCM-SHA384",
            [.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384, .TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384]
        ),
        (
            "CHACHA20-POLY1305",
            [.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256, .TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256]
        ),
    ]

    private let limits: ProbeLimits

    /// Makes a probe.
    public init(_ limits: ProbeLimits = ProbeLimits()) {
        self.limits = limits
    }

    /// Looks.
    /// - Parameters:
    ///   - host: the server's name.
    ///   - port: its port.
    /// - Returns: what was seen; with no version when TCP worked and no handshake did.
    /// - Throws: ``ProbeFault`` when there is no connection.
    public func look(_ host: String, port: Int) async throws(ProbeFault) -> TLSSight {
        let address = try await NameProbe(limits).address(of: host)
        try await ConnectionProbe(limits: limits).connect(address, port: port)
        let open = try? await shake(host, address, port) { $0.certificateVerification = .none }
        var suites: [String] = []
        for kind in Self.suites where open != nil {
            let taken = try? await shake(host, address, port) { tls in
                tls.certificateVerification = .none
                tls.maximumTLSVersion = .tlsv12
                tls.cipherSuiteValues = kind.suites
            }
            if taken != nil { suites.append(kind.name) }
        }
        let trusted = try? await shake(host, address, port) { _ in }
        let der = try? open?.certificate?.toDERBytes()
        return TLSSight(
            address: address,
            version: open?.version,
            suites: suites,
            certificate: der.flatMap { try? Certificate(der: $0) },
            names: open?.names ?? [],
            isTrusted: trusted != nil
        )
    }

    private func shake(
        _ host: String,
        _ address: String,
        _ port: Int,
        _ change: (inout TLSConfiguration) -> Void
    ) async throws -> Handshake {
        var configuration = TLSConfiguration.makeClientConfiguration()
        // What is too old must be seen to be told.
        configuration.minimumTLSVersion = .tlsv1
        if let authorities = limits.authorities { configuration.trustRoots = .file(authorities) }
        change(&configuration)
        if configuration.maximumTLSVersion == .tlsv12 { configuration.minimumTLSVersion = .tlsv12 }
        return try await shake(NIOSSLContext(configuration: configuration), host, address, port)
    }

    private func shake(
        _ context: NIOSSLContext,
        _ host: String,
        _ address: String,
        _ port: Int
    ) async throws -> Handshake {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let promise = loop.makeTimedPromise(of: Handshake.self, in: limits.step)
        // SNI holds names only (RFC 6066 3).
        let name = host.contains(":") || NetworkAddress(host) != nil ? nil : host
        do {
            let channel = try await ClientBootstrap(group: loop).connectTimeout(limits.step)
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        let pipeline = channel.pipeline.syncOperations
                        try pipeline.addHandler(NIOSSLClientHandler(context: context, serverHostname: name))
                        try pipeline.addHandler(HandshakeWatch(promise))
                    }
                }
                .connect(to: SocketAddress(ipAddress: address, port: port)).get()
            promise.futureResult.whenComplete { _ in channel.close(promise: nil) }
        } catch {
            promise.fail(error)
        }
        return try await promise.futureResult.get()
    }
}
