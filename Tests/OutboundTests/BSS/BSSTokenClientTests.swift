import HuaweiCloud
import Outbound
import SAML
import Testing
import XMLSecurity

@Suite("Calls with a token: asked for once, renewed before its day is over, and never told", .serialized)
struct BSSTokenClientTests {
    private static let good = (status: 200, body: #"{"count":0,"customer_infos":[]}"#)
    private static let expired = (
        status: 401, body: #"{"error_code":"CBC.0154","error_msg":"x_auth_token is expired"}"#
    )

    private static func client(_ server: ScriptedServer, _ clock: ManualClock) throws -> BSSClient {
        let user = IAMUser(name: "partner", domain: "partner", password: Secret("Pa55word"))
        return try #require(
            BSSClient(
                endpoint: server.origin,
                authentication: .password(user, iam: server.origin),
                backOff: BackOff(randomness: Randomness { Array(repeating: 0, count: $0) }),
                clock: clock.clock,
                seconds: 600
            )
        )
    }

    /// What came, in order: `T` for a question for a token, the token itself for a call.
    private static func seen(_ server: ScriptedServer) throws -> [String] {
        try server.seen().map { $0.target == IAMTokenRequest.path ? "T" : $0.headers["x-auth-token"] ?? "-" }
    }

    private static func failure(_ client: BSSClient) async -> BSSFailure? {
        do {
            _ = try await client.send(CustomerQuery())
            return nil
        } catch {
            return error as? BSSFailure
        }
    }

    @Test("One token serves all calls of a day, and the next is asked for before it is over")
    func renewal() async throws {
        let server = try ScriptedServer([Self.good], tokens: ["one", "two", "three"])
        defer { server.stop() }
        let clock = ManualClock()
        let client = try Self.client(server, clock)
        for second in [0, 43_200, 77_759, 77_760, 86_399, 86_400, 155_520, 155_519] {
            clock.set(Int64(second))
            #expect(await Self.failure(client) == nil)
        }
        #expect(
            try Self.seen(server) == ["T", "one", "one", "one", "T", "two", "two", "two", "T", "three", "T", "three"]
        )
    }

    @Test("A call with a token is not signed, and the password is in the question for it alone")
    func headers() async throws {
        let server = try ScriptedServer([Self.good], tokens: ["one"])
        defer { server.stop() }
        #expect(await Self.failure(try Self.client(server, ManualClock())) == nil)
        let seen = try server.seen()
        #expect(seen[0].method == "POST" && seen[0].body.contains("Pa55word"))
        #expect(seen[1].headers["authorization"] == nil && seen[1].headers["x-sdk-date"] == nil)
        #expect(!seen[1].body.contains("Pa55word") && !"\(seen[1].headers)".contains("Pa55word"))
    }

    @Test("A token that is not taken is replaced once, and the call sent again, even one that makes a customer")
    func expired() async throws {
        let server = try ScriptedServer(
            [Self.good, Self.expired, (200, #"{"domain_id":"d","domain_name":"n"}"#), Self.expired],
            tokens: ["one", "two", "three"]
        )
        defer { server.stop() }
        let clock = ManualClock()
        let client = try Self.client(server, clock)
        #expect(await Self.failure(client) == nil)
        let order = try CreateCustomer(accountID: "account-1", platformID: #require(PlatformID("platform")))
        #expect(try await client.send(order).domainID == "d")
        guard case .refused(let error) = await Self.failure(client) else {
            Issue.record("not refused")
            return
        }
        #expect(error.code == "CBC.0154" && error.message.en.contains("get a new one"))
        #expect(try Self.seen(server) == ["T", "one", "one", "T", "two", "two", "T", "three"])
        #expect(clock.sleeps.isEmpty)
    }

    @Test("Without the right password there is no call, and no secret in what is said")
    func refused() async throws {
        let server = try ScriptedServer([Self.good])
        defer { server.stop() }
        let failure = await Self.failure(try Self.client(server, ManualClock()))
        guard case .noToken(let refusal) = failure else { throw try #require(failure) }
        #expect(refusal.status == 401 && refusal.detail == "wrong password")
        #expect(!"\(refusal) \(refusal.message)".contains("Pa55word"))
        #expect(try Self.seen(server) == ["T"])
    }

    @Test("Calls side by side share one question for a token")
    func shared() async throws {
        let server = try ScriptedServer([Self.good], tokens: ["one", "two"])
        defer { server.stop() }
        let client = try Self.client(server, ManualClock())
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask { #expect(await Self.failure(client) == nil) }
            }
        }
        #expect(try Self.seen(server).filter { $0 == "T" }.count == 1)
    }

    @Test(
        "IAM and BSS are both real or both simulated",
        arguments: [
            ("https://bss.myhuaweicloud.com", "http://127.0.0.1:9082"),
            ("http://127.0.0.1:9082", "https://iam.myhuaweicloud.com"),
            ("https://bss.myhuaweicloud.com", "https://iam.myhuaweicloud.com/v3"),
            ("https://bss.myhuaweicloud.com", "http://iam.myhuaweicloud.com"),
        ]
    )
    func places(endpoint: String, iam: String) {
        let user = IAMUser(name: "partner", domain: "partner", password: Secret("Pa55word"))
        let client = BSSClient(
            endpoint: endpoint,
            authentication: .password(user, iam: iam),
            backOff: BackOff(randomness: .openSSL),
            clock: ManualClock().clock
        )
        #expect(client == nil)
    }
}
