import Foundation
import HTTPTypes
import Hummingbird
import IdentityProvider
import Logging
import NIOCore
import NIOEmbedded
import Onboarding
import SAML
import Server
import Storage
import Testing
import XMLSecurity

/// The operations listener without a socket, with an approver, an editor, a viewer and a portal's program.
struct AdministrationStand {
    let bridge: Bridge
    let operators: SQLiteOperatorStore
    let log = CollectedLog()
    let checklist: SQLiteChecklistStore
    /// What runs of the checklist are taken under here.
    static let surrounding = ChecklistRun.Surrounding(version: "1", configuration: "aa", metadata: "bb")
    private let router: RouterResponder<ClientContext>
    private(set) var tokens: [String: OperatorToken] = [:]

    init(proxies: [String] = []) async throws {
        let log = log
        bridge = try await Bridge(proxies: proxies, logger: log.logger)
        operators = SQLiteOperatorStore(bridge.database)
        checklist = SQLiteChecklistStore(bridge.database)
        router = Routes.operationsRouter(
            bridge.services,
            administration: Administration(
                whitelists: bridge.whitelists,
                operators: operators,
                answers: SQLiteKeptAnswerStore(bridge.database),
                archive: bridge.archive,
                checklist: checklist,
                surrounding: { Self.surrounding },
                seal: ChainSealKey(Secret(Array(repeating: 7, count: 32)))
            ),
            metrics: PrometheusRegistry(),
            storeSize: StoreSize(path: "nothing")
        ).buildResponder()
        let now = bridge.clock.now
        tokens["wang"] = try await make(.addFirst(OperatorDraft("wang", .approver, days: 90), by: "root"))
        let wang = try await operators.prove(tokens["wang"], for: .administer, at: now)
        for (name, role) in [("zhao", OperatorRole.approver), ("li", .editor), ("sun", .viewer)] {
            tokens[name] = try await make(.add(OperatorDraft(name, role, days: 90), by: wang))
        }
        tokens["mall"] = try await make(.add(OperatorDraft("mall", .portal, portal: "mall", days: 90), by: wang))
    }

    private func make(_ change: OperatorChange) async throws -> OperatorToken {
        let token = OperatorToken(from: .openSSL)
        _ = try await operators.make(change, token: token.digest, at: bridge.clock.now)
        return token
    }

    /// Sends one request from an address in somebody's name.
    func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        as name: String? = "wang",
        _ body: String? = nil,
        headers more: [String: String] = [:],
        from address: String? = "127.0.0.1"
    ) async throws -> Bridge.Reply {
        var headers = HTTPFields()
        if let token = name.flatMap({ tokens[$0] }) { headers[.authorization] = "Bearer " + token.shownOnce }
        if body != nil { headers[.contentType] = "application/json" }
        for (name, value) in more { headers[try #require(HTTPField.Name(name))] = value }
        let request = Request(
            head: HTTPRequest(method: method, scheme: "http", authority: "idp", path: path, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer(string: body ?? ""))
        )
        let channel = EmbeddedChannel()
        channel.remoteAddress = try address.map { try SocketAddress(ipAddress: $0, port: 4711) }
        let context = ClientContext(
            source: ApplicationRequestContextSource(channel: channel, logger: bridge.services.logger)
        )
        let response = try await router.respond(to: request, context: context)
        let writer = CollectingWriter()
        try await response.body.write(writer)
        return Bridge.Reply(status: response.status.code, headers: response.headers, body: writer.bytes)
    }

    /// Posts to the whitelist of a stage.
    func post(
        _ path: String,
        as name: String = "wang",
        _ body: String = #"{"reason":"why"}"#,
        match: String? = "*",
        approver: String? = nil,
        key: String? = nil
    ) async throws -> Bridge.Reply {
        var headers: [String: String] = [:]
        headers["If-Match"] = match
        headers["Idempotency-Key"] = key
        headers["Drawbridge-Approver"] = approver.flatMap { tokens[$0] }.map { "Bearer " + $0.shownOnce }
        return try await send(.post, "/api/v1/whitelist/live" + path, as: name, body, headers: headers)
    }

    /// Proposes accounts for `live` in the name of `li`.
    func propose(_ accounts: String...) async throws -> Bridge.Reply {
        let entries = accounts.map { #"{"kind":"account","subject":"\#($0)"}"# }.joined(separator: ",")
        return try await post("/entries", as: "li", #"{"entries":[\#(entries)],"reason":"contract 7"}"#, match: nil)
    }
}

extension Bridge.Reply {
    /// The body as an object.
    var object: [String: Any] {
        get throws { try #require(JSONSerialization.jsonObject(with: Data(body)) as? [String: Any], "\(text)") }
    }

    /// The items of a list.
    var items: [[String: Any]] {
        get throws { try #require(object["items"] as? [[String: Any]], "\(text)") }
    }
}
