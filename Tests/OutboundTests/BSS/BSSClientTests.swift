import Foundation
import HuaweiCloud
import Outbound
import SAML
import Testing
import XMLSecurity

@Suite("Calls to the BSS are signed, not too many, and repeated only when that is safe", .serialized)
struct BSSClientTests {
    private static let throttled = (status: 429, body: #"{"error_code":"APIG.0308","error_msg":"too many"}"#)
    private static let busy = (status: 503, body: "")
    private static let broken = (status: 500, body: #"{"error_code":"CBC.0999","error_msg":"other"}"#)
    private static let good = (status: 200, body: #"{"check_result":"available","domain_id":"d","domain_name":"n"}"#)

    private static func client(
        _ origin: String,
        _ clock: ManualClock,
        token: Secret? = nil,
        attempts: Int = 5
    ) throws -> BSSClient {
        let key = try #require(AccessKey("AK"))
        return try #require(
            BSSClient(
                endpoint: origin,
                authentication: .keys(
                    BSSCredentials(accessKey: key, secretKey: Secret("SK"), securityToken: token)
                ),
                backOff: BackOff(attempts: attempts, randomness: Randomness { Array(repeating: 0, count: $0) }),
                clock: clock.clock,
                seconds: 600
            )
        )
    }

    private static func failure(_ send: () async throws -> Void) async -> BSSFailure? {
        do {
            try await send()
            return nil
        } catch {
            return error as? BSSFailure
        }
    }

    private static func customer() throws -> CreateCustomer {
        try CreateCustomer(accountID: "account-1", platformID: #require(PlatformID("platform")))
    }

    @Test("What is signed is what is sent")
    func signed() async throws {
        let server = try ScriptedServer([Self.good, (200, "{}")])
        defer { server.stop() }
        let client = try Self.client(server.origin, ManualClock(), token: Secret("temporary"))
        #expect(try await client.send(CheckIdentity(.name, "customer-1")).isAvailable)
        #expect(try await client.send(AdjustRecordQuery(transactionID: "a/b")).records.isEmpty)
        let seen = try server.seen()
        let post = try #require(seen.first)
        #expect(post.method == "POST" && post.target == "/v2/partners/sub-customers/users/check-identity")
        #expect(post.body == #"{"search_type":"name","search_value":"customer-1"}"#)
        let names = ["host", "x-sdk-date", "x-security-token"]
        let headers = try names.map { (name: $0, value: try #require(post.headers[$0])) }
        let canonical = SDKCanonicalRequest(
            method: "POST",
            path: post.target,
            query: [],
            headers: headers,
            bodyHash: SDKCanonicalRequest.hash(Array(post.body.utf8))
        )
        let date = try #require(post.headers["x-sdk-date"])
        let signature = SDKSignature.sign(canonical.text, date: date, key: Secret("SK"))
        let authorization = try SDKAuthorization(reading: #require(post.headers["authorization"]))
        #expect(authorization.signature == signature)
        #expect(authorization.signedHeaders == names.joined(separator: ";"))
        #expect(post.headers["host"] == "127.0.0.1:\(server.port)" && post.headers["x-security-token"] == "temporary")
        #expect(seen.last?.target == "/v3/accounts/partner-accounts/adjust-records?limit=10&offset=0&trans_id=a%2Fb")
        #expect(seen.last?.method == "GET" && seen.last?.body.isEmpty == true)
    }

    @Test("Calls that were too many are sent again, later each time, whatever they change")
    func throttled() async throws {
        let server = try ScriptedServer([Self.throttled, Self.throttled, Self.throttled, Self.good])
        defer { server.stop() }
        let clock = ManualClock()
        let made = try await Self.client(server.origin, clock).send(Self.customer())
        #expect(made == CreateCustomer.Answer(domainID: "d", domainName: "n"))
        #expect(clock.sleeps == [500, 1000, 2000])
        #expect(try server.seen().count == 4)
    }

    @Test("A busy server is asked again for what changes nothing")
    func busy() async throws {
        let server = try ScriptedServer([Self.busy, Self.good])
        defer { server.stop() }
        #expect(
            try await Self.client(server.origin, ManualClock()).send(CheckIdentity(.name, "customer-1")).isAvailable
        )
        #expect(try server.seen().count == 2)
    }

    @Test("What may have been carried out is not sent again", arguments: [503, 500, 400, 403, 302])
    func once(status: Int) async throws {
        let server = try ScriptedServer([(status, "{}")])
        defer { server.stop() }
        let client = try Self.client(server.origin, ManualClock())
        let failure = await Self.failure { _ = try await client.send(Self.customer()) }
        #expect(failure == .refused(BSSError(.createCustomer, status: status, body: nil)))
        #expect(try server.seen().count == 1)
    }

    @Test("After the last attempt the refusal is told")
    func attempts() async throws {
        let server = try ScriptedServer([Self.throttled])
        defer { server.stop() }
        let clock = ManualClock()
        let client = try Self.client(server.origin, clock, attempts: 3)
        let failure = await Self.failure { _ = try await client.send(CustomerQuery()) }
        guard case .refused(let error) = failure else { throw try #require(failure) }
        #expect(error.code == "APIG.0308" && error.status == 429)
        #expect(try server.seen().count == 3 && clock.sleeps.count == 2)
    }

    @Test("The sixth question in a second waits for the second to end")
    func rate() async throws {
        let server = try ScriptedServer([Self.good])
        defer { server.stop() }
        let clock = ManualClock()
        let client = try Self.client(server.origin, clock)
        for _ in 0..<11 { _ = try await client.send(CheckIdentity(.name, "customer-1")) }
        #expect(clock.sleeps == [1100, 1100])
        _ = try await client.send(CustomerQuery())
        #expect(clock.sleeps == [1100, 1100])
    }

    @Test("An error in an answer of 200 is an error, and success of older APIs is none")
    func errorsWithin() async throws {
        let server = try ScriptedServer([
            (200, #"{"error_code":"CBC.0100","error_msg":"bad"}"#),
            (200, #"{"error_code":"CBC.0000","error_msg":"success","check_result":"available"}"#), (200, "<html>"),
        ])
        defer { server.stop() }
        let client = try Self.client(server.origin, ManualClock())
        let call = try CheckIdentity(.name, "customer-1")
        guard case .refused(let error) = await Self.failure({ _ = try await client.send(call) }) else {
            Issue.record("not refused")
            return
        }
        #expect(error.code == "CBC.0100")
        #expect(try await client.send(call).isAvailable)
        let unreadable = await Self.failure { _ = try await client.send(call) }
        #expect(unreadable == .unreadable(.checkIdentity, status: 200))
    }

    @Test("When the connection breaks, nobody knows what became of a new customer")
    func unknown() async throws {
        let server = try ScriptedServer([(0, "")])
        defer { server.stop() }
        let client = try Self.client(server.origin, ManualClock())
        guard case .unknown(.createCustomer, _) = await Self.failure({ _ = try await client.send(Self.customer()) })
        else {
            Issue.record("not unknown")
            return
        }
        guard case .unreachable = await Self.failure({ _ = try await client.send(CustomerQuery()) }) else {
            Issue.record("not unreachable")
            return
        }
        #expect(try server.seen().filter { $0.target == BSSOperation.createCustomer.path }.count == 1)
    }

    @Test(
        "An endpoint is an origin, https unless it is this machine",
        arguments: [
            "http://bss.myhuaweicloud.com", "https://bss.myhuaweicloud.com/v2", "bss.myhuaweicloud.com", "",
            "ftp://127.0.0.1", "http://10.0.0.1", "https://a@bss.myhuaweicloud.com", "http://localhost.example.com",
        ]
    )
    func endpoints(text: String) throws {
        let key = try #require(AccessKey("AK"))
        let keys = BSSAuthentication.keys(BSSCredentials(accessKey: key, secretKey: Secret("SK")))
        let backOff = BackOff(randomness: .openSSL)
        let clock = ManualClock().clock
        #expect(BSSClient(endpoint: text, authentication: keys, backOff: backOff, clock: clock) == nil)
        let good = "https://bss.myhuaweicloud.com"
        #expect(BSSClient(endpoint: good, authentication: keys, backOff: backOff, clock: clock) != nil)
    }
}
