import HTTPTypes
import Hummingbird
import IdentityProvider
import Logging
import NIOCore
import NIOEmbedded
import SAML
import Server
import Storage
import TestSupport
import Testing
import XMLSecurity

/// A service with a test directory, one SP on this machine and HUAWEI CLOUD, and browsers that sign in.
struct LoginStand {
    static let password = "correct horse 电池"
    /// The least that is taken, made once.
    static let hash = PasswordHash.Cost("ln=14,r=8,p=1").flatMap {
        PasswordHash(of: Secret(password), cost: $0, randomness: .openSSL)
    }

    let bridge: Bridge
    let local: FakeServiceProvider

    init(
        isPreferred: Bool = true,
        accounts: Set<String> = [],
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) async throws {
        local = try FakeServiceProvider(
            entityID: "http://127.0.0.1:9000/sp",
            assertionConsumerService: "http://127.0.0.1:9000/acs"
        )
        bridge = try await Bridge(others: [local], logger: logger)
        try serve(isPreferred: isPreferred, accounts: accounts)
    }

    /// Serves with the directory, as a reload does.
    func serve(isPreferred: Bool = true, accounts: Set<String> = [], without removed: String? = nil) throws {
        let provider = bridge.services.identityProvider
        let settings = provider.settings
        let serving = bridge.services.current.now
        let hash = try #require(Self.hash)
        let all = [("zhangwei", "u-1", "a-1"), ("lilei", "u-2", "a-2")].filter { $0.0 != removed }
        let users = all.map { name, user, account in
            TestUser(name: name, password: hash, xUserID: user, xAccountID: account, firstLogin: true)
        }
        bridge.services.current.replace(
            Serving(
                identityProvider: IdentityProvider(
                    settings: Settings(
                        entityID: settings.entityID,
                        singleSignOnURL: settings.singleSignOnURL,
                        singleLogoutURL: settings.singleLogoutURL,
                        huawei: settings.huawei,
                        testAccounts: accounts
                    ),
                    federation: provider.federation,
                    signingKey: provider.signingKey,
                    randomness: .openSSL
                ),
                metadata: serving.metadata,
                keys: [],
                portals: serving.portals,
                testDirectory: TestDirectory(users, isPreferred: isPreferred, randomness: .openSSL)
            )
        )
    }

    /// A sign-in page as a browser holds it.
    struct OpenPage {
        var request: String?
        var proof: String
        var cookies: [String]
        let reply: Bridge.Reply
    }

    /// Sends a request of the local SP, and opens the page that it leads to.
    func open(_ request: AuthnRequest? = nil, cookies: [String] = []) async throws -> OpenPage {
        let message = try local.redirect(request ?? local.request(id: fresh, to: Bridge.address, at: bridge.clock.now))
        return try await open(bridge.send(message, cookies: cookies, json: false), cookies: cookies)
    }

    /// Opens the page that an answer leads to.
    func open(_ waiting: Bridge.Reply, cookies: [String] = []) async throws -> OpenPage {
        let location = try #require(waiting.headers[.location], "\(waiting.text)")
        let start = Bridge.base + "/login?request="
        try #require(location.hasPrefix(start), "\(location)")
        let held = cookies + waiting.cookies
        let reply = try await send(.get, String(location.dropFirst(Bridge.base.count)), cookies: held)
        return try page(reply, request: String(location.dropFirst(start.count)), cookies: held)
    }

    /// Opens the page without a request.
    func openAlone() async throws -> OpenPage {
        try page(try await send(.get, "/login"), request: nil, cookies: [])
    }

    private func page(_ reply: Bridge.Reply, request: String?, cookies: [String]) throws -> OpenPage {
        try #require(reply.status == 200, "\(reply.text)")
        let proof = reply.text.split(separator: "name=\"proof\" value=\"").last?.prefix { $0 != "\"" }
        return OpenPage(
            request: request,
            proof: String(try #require(proof)),
            cookies: cookies.filter { !$0.contains("browser") } + reply.cookies,
            reply: reply
        )
    }

    /// Sends the form of a page.
    func submit(
        _ page: OpenPage,
        name: String = "zhangwei",
        password: String = password,
        origin: String? = Bridge.base,
        from address: String? = "192.0.2.7",
        json: Bool = true
    ) async throws -> Bridge.Reply {
        var fields = [("name", name), ("password", password), ("proof", page.proof)]
        if let request = page.request { fields.append(("request", request)) }
        let body = fields.map { $0.0 + "=" + PercentEncoding.encode($0.1) }.joined(separator: "&")
        return try await send(
            .post,
            "/login",
            body: body,
            cookies: page.cookies,
            origin: origin,
            from: address,
            json: json
        )
    }

    func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        body: String? = nil,
        cookies: [String] = [],
        origin: String? = nil,
        from address: String? = nil,
        json: Bool = false
    ) async throws -> Bridge.Reply {
        var headers: HTTPFields = [.accept: json ? "application/json" : "text/html", .acceptLanguage: "en"]
        if body != nil { headers[.contentType] = "application/x-www-form-urlencoded" }
        if !cookies.isEmpty { headers[.cookie] = cookies.joined(separator: "; ") }
        if let origin { headers[.origin] = origin }
        let channel = EmbeddedChannel()
        channel.remoteAddress = try address.map { try SocketAddress(ipAddress: $0, port: 4711) }
        let request = Request(
            head: HTTPRequest(method: method, scheme: "https", authority: "idp", path: path, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer(string: body ?? ""))
        )
        let context = ClientContext(
            source: ApplicationRequestContextSource(channel: channel, logger: bridge.services.logger)
        )
        do {
            let responder = Routes.publicRouter(bridge.services).buildResponder()
            let response = try await responder.respond(to: request, context: context)
            let writer = CollectingWriter()
            try await response.body.write(writer)
            return Bridge.Reply(status: response.status.code, headers: response.headers, body: writer.bytes)
        } catch let error as any HTTPResponseError {
            return Bridge.Reply(status: error.status.code, headers: [:], body: [])
        }
    }

    /// The Response that a page posts, as text.
    func response(_ reply: Bridge.Reply) throws -> String {
        let behind = try #require(reply.text.split(separator: "name=\"SAMLResponse\" value=\"").last, "\(reply.text)")
        return String(decoding: try #require(Base64.decode(behind.prefix { $0 != "\"" }.utf8)), as: UTF8.self)
    }

    /// The codes of refused sign-ins in the trail, oldest first.
    func refusals() async throws -> [String] {
        var query = AuditQuery()
        query.kind = .loginRefused
        return try await bridge.archive.records(query).reversed().compactMap(\.code)
    }

    var fresh: String { MessageID.fresh(from: .openSSL) }
}
