import NIOCore
import NIOSSL
import Onboarding
import SAML
import TestSupport
import Testing
import XMLSecurity

@testable import Probes

@Suite("A server behind TLS is looked at")
struct TLSProbeTests {
    // A busy machine must not decide a test.
    private static let patient = ProbeLimits(step: .hours(24))
    private static let now = TestPKI.validFrom.adding(seconds: 86_400)

    @Test("Versions are told apart; TLS 1.1 is seen, and is not enough")
    func versions() async throws {
        let cases: [(TLSVersion, TLSVersion, String, Bool, Bool)] = [
            (.tlsv12, .tlsv13, "TLS 1.3", true, true), (.tlsv12, .tlsv12, "TLS 1.2", true, true),
            (.tlsv13, .tlsv13, "TLS 1.3", false, true), (.tlsv1, .tlsv11, "TLS 1.1", false, false),
        ]
        let certificate = try TestPKI.certificate(for: TestPKI.rsa2048)
        for (oldest, newest, version, takesTLS12, isModern) in cases {
            let server = try await FakeTLSServer(certificate, from: oldest, to: newest)
            let sight = try await TLSProbe(Self.patient).look("127.0.0.1", port: server.port)
            #expect(sight.version == version)
            #expect(sight.suites.isEmpty != takesTLS12, "\(version)")
            #expect(sight.isModern == isModern, "\(version)")
            try await server.stop()
        }
    }

    @Test("Of TLS 1.2 the suites are told; one without authentication of its octets is not on the list")
    func suites() async throws {
        let cases: [([NIOTLSCipher], [String])] = [
            ([.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256], ["AES-128-GCM-SHA256"]),
            (
                [.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384, .TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256],
                ["AES-256-GCM-SHA384", "CHACHA20-POLY1305"]
            ),
            ([.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA], []),
        ]
        let certificate = try TestPKI.certificate(for: TestPKI.rsa2048)
        for (taken, expected) in cases {
            let server = try await FakeTLSServer(certificate, to: .tlsv12, suites: taken)
            let sight = try await TLSProbe(Self.patient).look("127.0.0.1", port: server.port)
            #expect(sight.version == "TLS 1.2" && sight.suites == expected, "\(expected)")
            #expect(sight.isModern == !expected.isEmpty)
            try await server.stop()
        }
    }

    @Test("A gateway is good with version, suite, trust and time; each of them that lacks makes it bad")
    func gateway() throws {
        let certificate = try TestPKI.certificate(for: TestPKI.rsa2048)
        let suite = ["AES-128-GCM-SHA256"]
        func judged(
            _ version: String? = "TLS 1.3",
            _ suites: [String] = suite,
            isTrusted: Bool = true,
            rest: Int64 = 90 * 86_400
        ) -> WorldEvidence.Look.Judgement {
            let sight = TLSSight(
                address: "192.0.2.1",
                version: version,
                suites: suites,
                certificate: version == nil ? nil : certificate,
                names: [],
                isTrusted: isTrusted
            )
            let look = sight.gatewayLook("g:443", at: certificate.notAfter.adding(seconds: -rest))
            #expect(look.facts.count == 4)
            return look.judgement
        }
        #expect(judged() == .good)
        #expect(judged("TLS 1.2") == .good)
        #expect(judged("TLS 1.3", []) == .good, "its suites are all as good")
        #expect(judged("TLS 1.2", []) == .bad)
        #expect(judged("TLS 1.1") == .bad)
        #expect(judged(nil) == .bad)
        #expect(judged(isTrusted: false) == .bad)
        for (rest, expected) in [
            (30 * 86_400, .good), (30 * 86_400 - 1, .doubtful), (1, .doubtful), (0, .bad), (-1, .bad),
        ] as [(Int64, WorldEvidence.Look.Judgement)] {
            #expect(judged(rest: rest) == expected, "\(rest)")
        }
    }

    @Test("A self-signed and an expired certificate are read and not trusted, and no gateway may have one")
    func untrusted() async throws {
        for (age, days, isPast) in [(0, 3650, false), (30, 1, true)] as [(Int64, Int, Bool)] {
            let validFrom = TestPKI.validFrom.adding(seconds: -age * 86_400)
            let certificate = try TestPKI.certificate(for: TestPKI.rsa2048, validFrom: validFrom, days: days)
            let server = try await FakeTLSServer(certificate)
            let sight = try await TLSProbe(Self.patient).look("127.0.0.1", port: server.port)
            #expect(sight.certificate == certificate)
            #expect(!sight.isTrusted)
            let gateway = sight.gatewayLook("gateway", at: Self.now)
            #expect(gateway.judgement == .bad)
            #expect(
                gateway.facts.contains { $0.name == "gateway until" && $0.value == certificate.notAfter.xsDateTime }
            )
            let look = sight.certificateLook(at: Self.now)
            #expect(look.isGood == false)
            #expect(look.facts.contains { $0.name == "until" && $0.value == certificate.notAfter.xsDateTime })
            #expect((certificate.notAfter < Self.now) == isPast)
            try await server.stop()
        }
    }

    @Test("A certificate of a trusted authority for the name is good until two weeks before its end")
    func trusted() async throws {
        let server = try FakeWebServer([:])
        let limits = ProbeLimits(step: .hours(24), allowsPrivateAddresses: true, authorities: server.authorities)
        let sight = try await TLSProbe(limits).look("localhost", port: server.port)
        #expect(sight.isTrusted)
        #expect(sight.names == ["localhost"])
        let end = try #require(sight.certificate).notAfter
        #expect(sight.certificateLook(at: end.adding(seconds: -TLSSight.shortestRest)).isGood == true)
        #expect(sight.certificateLook(at: end.adding(seconds: 1 - TLSSight.shortestRest)).isGood == false)
        let otherName = try await TLSProbe(limits).look("127.0.0.1", port: server.port)
        #expect(!otherName.isTrusted && otherName.version != nil)
        server.stop()
    }

    @Test("A closed port, an unknown name and a server that never shakes hands are told apart")
    func unreached() async throws {
        let mute = try await FakeTLSServer()
        let port = mute.port
        let hasty = TLSProbe(ProbeLimits(step: .milliseconds(100)))
        // On a busy machine the connection itself may be late.
        do throws(ProbeFault) {
            let sight = try await hasty.look("127.0.0.1", port: port)
            #expect(sight.version == nil)
            #expect(sight.gatewayLook("gateway", at: Self.now).judgement == .bad)
        } catch {
            #expect(error == .timedOut)
        }
        try await mute.stop()
        await #expect(throws: ProbeFault.refused) { try await TLSProbe(Self.patient).look("127.0.0.1", port: port) }
        await #expect(throws: ProbeFault.unknownName) {
            try await TLSProbe(Self.patient).look("nobody.invalid", port: port)
        }
    }

    @Test("An address means itself, with brackets or without", arguments: ["127.0.0.1", "::1", "[::1]"])
    func names(host: String) async throws {
        #expect(try await NameProbe(Self.patient).address(of: host) == host.filter { $0 != "[" && $0 != "]" })
    }
}
