import Foundation
import HuaweiCloud
import Logging
import NIOCore
import NIOHTTP1
import NIOPosix
import SAML
import ServiceLifecycle
import TestSupport
import Testing
import XMLSecurity

@testable import JointDebug

/// A simulation on ports of its own, driven as a browser and programs drive it.
final class RunningSimulation: Sendable {
    static let platformID = "example_IDP"
    static let now = TestPKI.validFrom.adding(seconds: 86_400)

    let simulation: SimulatedHuaweiCloud
    let console: String
    let pauses: Pauses
    private let running: Task<Void, any Error>

    init(registers partner: FakePartner? = nil, hasLogout: Bool = true) async throws {
        let ports = try await FreePorts.find(2)
        let login = "http://localhost:\(ports[0])"
        let console = "http://127.0.0.2:\(ports[1])"
        let pauses = Pauses()
        self.console = console
        self.pauses = pauses
        let next = [TestPKI.rsa2048Other, TestPKI.rsa3072]
        let count = Counter()
        let keys = ServiceProviderKeys(current: try Self.key(TestPKI.rsa4096)) {
            try Self.key(next[count.next() % next.count])
        }
        let made = SimulatedHuaweiCloud(
            login: login,
            console: console,
            keys: keys,
            randomness: .openSSL,
            clock: { Self.now },
            pause: { await pauses.add($0) }
        )
        let simulation = try #require(made)
        self.simulation = simulation
        let (started, start) = AsyncStream.makeStream(of: Void.self)
        let services = SimulationServices.make(simulation, logger: Logger(label: "test")) { start.yield() }
        let group = ServiceGroup(
            configuration: .init(services: services.map { .init(service: $0) }, logger: Logger(label: "test"))
        )
        running = Task { try await group.run() }
        for await _ in started { break }
        if let partner { try await register(partner.metadata(hasLogout: hasLogout)) }
    }

    deinit { running.cancel() }

    static func key(_ key: PrivateKey) throws -> SigningKey {
        try SigningKey(privateKey: key, certificate: TestPKI.certificate(for: key, commonName: "auth.simulation"))
    }

    var login: String { simulation.loginOrigin }

    @discardableResult
    func register(_ metadata: [UInt8], _ query: String = "") async throws -> WebExchange {
        try await put("/simulation/registrations/\(Self.platformID)" + query, metadata)
    }

    func get(_ path: String, _ headers: [(String, String)] = []) async throws -> WebExchange {
        try await send(.GET, path, nil, headers)
    }

    func put(_ path: String, _ body: [UInt8], _ headers: [(String, String)] = []) async throws -> WebExchange {
        try await send(.PUT, path, body, headers)
    }

    func post(_ path: String, _ form: String, _ headers: [(String, String)] = []) async throws -> WebExchange {
        let type = [("Content-Type", "application/x-www-form-urlencoded")]
        return try await send(.POST, path, Array(form.utf8), headers.isEmpty ? type : headers)
    }

    /// Asks as if this machine had another name.
    func send(host: String, _ path: String) async throws -> WebExchange {
        let target = try #require(HTTPTarget(login))
        let connection = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: target.host, port: target.port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    return try NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>(
                        wrappingChannelSynchronously: channel
                    )
                }
            }
        let head = HTTPRequestHead(version: .http1_1, method: .GET, uri: path, headers: ["Host": host])
        return try await WebClient.exchange(head, nil, over: connection, url: login + path)
    }

    private func send(
        _ method: HTTPMethod,
        _ path: String,
        _ body: [UInt8]?,
        _ headers: [(String, String)]
    ) async throws -> WebExchange {
        let url = login + path
        return try await WebClient().send(method, #require(HTTPTarget(url)), url: url, headers: headers, body: body)
    }

    /// Opens the login link with these faults, and reads where it leads.
    func signOn(
        firstLogin: Bool = false,
        faults: String = "",
        browser: inout Browser
    ) async throws -> SentRequest {
        if !faults.isEmpty { _ = try await put("/simulation/faults", Array(faults.utf8)) }
        return try SentRequest(await browser.open(try link(firstLogin: firstLogin)))
    }

    func link(firstLogin: Bool = false) throws -> String {
        LoginLink(
            site: simulation.site,
            platformID: try #require(PlatformID(Self.platformID)),
            isFirstLogin: firstLogin,
            service: try ServiceURL(console + "/iam/?x=1#top", at: simulation.site)
        ).url
    }

    /// The events of the log, as programs read them.
    func events(_ kind: String? = nil) async throws -> [[String: Any]] {
        let answer = try await get("/simulation/log.json")
        let object = try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any]
        let items = object?["items"] as? [[String: Any]] ?? []
        return items.filter { kind == nil || $0["kind"] as? String == kind }
    }
}

/// The pauses that faults asked for; none of them is made.
actor Pauses {
    private(set) var seconds: [Int] = []

    func add(_ seconds: Int) { self.seconds.append(seconds) }
}
