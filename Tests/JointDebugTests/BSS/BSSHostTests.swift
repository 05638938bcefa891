import Foundation
import HuaweiCloud
import NIOHTTP1
import Outbound
import Testing
import XMLSecurity

@testable import JointDebug

@Suite("The simulated BSS answers as documented")
struct BSSHostTests {
    private static func client(_ bss: RunningBSS, _ caller: Caller = .partner) throws -> BSSClient {
        try #require(
            BSSClient(
                endpoint: bss.origin,
                authentication: .keys(try caller.credentials()),
                backOff: BackOff(attempts: 1, randomness: .openSSL),
                clock: BSSClock(now: { RunningBSS.start }, milliseconds: { 0 }, sleep: { _ in }),
                seconds: 600
            )
        )
    }

    private static func code(_ send: () async throws -> Void) async -> String? {
        do {
            try await send()
            return nil
        } catch {
            guard case .refused(let refused) = error as? BSSFailure else { return "\(error)" }
            return refused.code
        }
    }

    @Test("A customer is made by API from the first question to the list")
    func registration() async throws {
        try await RunningBSS.run { bss in
            let client = try Self.client(bss)
            #expect(try await client.send(CheckIdentity(.name, "customer-1")).isAvailable)
            _ = try await client.send(SendCode(to: "13800138000"))
            let code = try #require(await bss.host.sentCodes.first)
            #expect(code.mobile == "13800138000" && code.goodUntil == RunningBSS.start.adding(seconds: 600))
            let platform = try #require(PlatformID("platform"))
            let order = try CreateCustomer(
                accountID: "account-1",
                platformID: platform,
                domainName: "customer-1",
                mobile: VerifiedMobile("13800138000", code: code.code)
            )
            let made = try await client.send(order)
            #expect(made.domainName == "customer-1")
            #expect(await bss.customers.bound(to: "account-1")?.isMadeByAPI == true)
            let list = try await client.send(CustomerQuery())
            #expect(list.count == 1 && list.customers.first?.accountID == "account-1")
            #expect(list.customers.first?.customerID == made.domainID)
            #expect(try await client.send(CheckIdentity(.name, "customer-1")).isAvailable == false)
            let mobile = try await client.send(CheckIdentity(.mobile, "0086-13800138000"))
            #expect(mobile == CheckIdentity.Answer(result: "used_by_user", mobileRemaining: 0))
            #expect(await bss.host.sentCodes.isEmpty)
        }
    }

    @Test("A code is worth nothing when it is old, or after more than three wrong ones")
    func codes() async throws {
        let time = ManualTime()
        try await RunningBSS.run(time: time) { bss in
            let client = try Self.client(bss)
            let platform = try #require(PlatformID("platform"))
            func create(_ code: String) async -> String? {
                await Self.code {
                    let mobile = try VerifiedMobile("13800138000", code: code)
                    _ = try await client.send(CreateCustomer(accountID: "a", platformID: platform, mobile: mobile))
                }
            }
            _ = try await client.send(SendCode(to: "13800138000", minutes: 1))
            let first = try #require(await bss.host.sentCodes.first).code
            time.move(to: 60_000)
            #expect(await create(first) == "CBC.99000027")
            _ = try await client.send(SendCode(to: "13800138000"))
            let second = try #require(await bss.host.sentCodes.first).code
            let wrong = second == "111111" ? "222222" : "111111"
            for _ in 0..<4 { #expect(await create(wrong) == "CBC.99000026") }
            #expect(await create(second) == "CBC.99004009")
        }
    }

    @Test("An operator needs the permission item of the API")
    func permissions() async throws {
        try await RunningBSS.run { bss in
            let client = try Self.client(bss, .operatorWithoutFinance)
            #expect(await Self.code { _ = try await client.send(AdjustRecordQuery()) } == "CBC.0151")
            #expect(await Self.code { _ = try await client.send(CustomerQuery()) } == "CBC.0151")
            #expect(await Self.code { _ = try await client.send(CheckIdentity(.name, "customer-1")) } == nil)
        }
    }

    @Test("Adjustment records are filtered and paged, by records or by pages; a page behind the last is the first")
    func adjustRecords() async throws {
        try await RunningBSS.run { bss in
            for number in 0..<25 {
                let second = number < 10 ? "0\(number)" : "\(number)"
                await bss.host.add(
                    AdjustRecord(
                        customerID: number.isMultiple(of: 2) ? "even" : "odd",
                        kind: number < 20 ? .grant : .takeBack,
                        amount: "10.00",
                        operationTime: "2026-11-24T01:00:\(second)Z",
                        transactionID: "t\(number)"
                    )
                )
            }
            let client = try Self.client(bss)
            func ids(_ query: AdjustRecordQuery) async throws -> [String] {
                try await client.send(query).records.compactMap(\.transactionID)
            }
            #expect(try await client.send(AdjustRecordQuery()).total == 25)
            #expect(try await ids(AdjustRecordQuery(offset: 23)) == ["t23", "t24"])
            #expect(try await ids(AdjustRecordQuery(.v2, offset: 20)) == ["t20", "t21", "t22", "t23", "t24"])
            #expect(try await ids(AdjustRecordQuery(.v2, offset: 100, limit: 2)) == ["t0", "t1"])
            #expect(try await ids(AdjustRecordQuery(customerID: "odd", kind: .takeBack)) == ["t21", "t23"])
            let times = (Instant(xsDateTime: "2026-11-24T01:00:03Z"), Instant(xsDateTime: "2026-11-24T01:00:04Z"))
            #expect(try await ids(AdjustRecordQuery(from: times.0, to: times.1)) == ["t3", "t4"])
            #expect(try await ids(AdjustRecordQuery(customerID: "stranger")).isEmpty)
        }
    }

    @Test("The list of customers is paged and filtered, and holds only those that are bound and associated already")
    func customers() async throws {
        let time = ManualTime()
        time.move(to: 11_000)
        try await RunningBSS.run(time: time) { bss in
            for number in 0..<13 {
                _ = try await bss.customers.create(
                    "customer-\(number)",
                    accountID: number == 0 ? nil : "account-\(number)",
                    platformID: number == 1 ? "other" : "platform",
                    mobile: nil,
                    email: nil,
                    byAPI: false,
                    at: RunningBSS.start.adding(seconds: Int64(number))
                )
            }
            let client = try Self.client(bss)
            #expect(try await client.send(CustomerQuery(limit: 3)).count == 10)
            #expect(try await client.send(CustomerQuery(offset: 9, limit: 3)).customers.count == 1)
            #expect(try await client.send(CustomerQuery(accountName: "r-1")).count == 2)
            #expect(try await client.send(CustomerQuery(associationType: "1")).count == 0)
            let late = try CustomerQuery(associatedFrom: RunningBSS.start.adding(seconds: 11))
            #expect(try await client.send(late).customers.map(\.accountName) == ["customer-11"])
            time.move(to: 12_000)
            #expect(try await client.send(CustomerQuery()).count == 11)
        }
    }

    @Test("One call too many in a second is refused, for each operation and caller alone")
    func rate() async throws {
        let time = ManualTime()
        try await RunningBSS.run(time: time) { bss in
            for _ in 0..<5 { try await RawCall.post.expect(200, from: bss) }
            let (status, json) = try await RawCall.post.send(to: bss)
            #expect(status == 429 && json["error_code"] as? String == "APIG.0308")
            try await RawCall().expect(200, from: bss)
            var other = RawCall.post
            other.caller = .operatorWithoutFinance
            try await other.expect(200, from: bss)
            time.move(to: 1000)
            try await RawCall.post.expect(200, from: bss)
        }
    }

    @Test("A scenario has the whole rate, however soon it follows one that used it up")
    func rateOfScenario() async throws {
        try await RunningBSS.run { bss in
            for _ in 0..<5 { try await RawCall.post.expect(200, from: bss) }
            try await RawCall.post.expect(429, from: bss)
            #expect(await bss.host.beginScenario() == 6)
            try await RawCall.post.expect(200, from: bss)
        }
    }

    @Test("A body may have 12 MB and not one octet more")
    func largeBody() async throws {
        try await RunningBSS.run { bss in
            var call = RawCall.post
            call.body = Array(repeating: UInt8(ascii: " "), count: BSSHost.longestBody + 1)
            // A server that refuses may close before it has read all.
            if let (status, _) = try? await call.send(to: bss) { #expect(status == 413) }
            call.body = Array(repeating: UInt8(ascii: " "), count: BSSHost.longestBody - RawCall.postJSON.count)
            call.body += RawCall.postJSON
            try await call.expect(200, from: bss)
        }
    }

    @Test(
        "A body that breaks a rule is refused with the code of its field",
        arguments: [
            (BSSOperation.checkIdentity, #"{"search_type":"nick","search_value":"a"}"#, "CBC.0100"),
            (.checkIdentity, #"{"search_type":"name","search_value":"op_name"}"#, "CBC.0100"),
            (.checkIdentity, "no JSON", "CBC.0100"), (.checkIdentity, "", "CBC.0100"),
            (.sendCode, #"{"receiver_type":1,"mobile_phone":"123"}"#, "CBC.5017"),
            (.createCustomer, #"{"xaccount_id":"a"}"#, "CBC.0100"),
            (.createCustomer, #"{"xaccount_id":"a","xaccount_type":"platform","domain_name":"op_x"}"#, "CBC.99000031"),
            (.createCustomer, #"{"xaccount_id":"a","xaccount_type":"platform","password":""}"#, "CBC.99000036"),
            (.customers, #"{"limit":101}"#, "CBC.0100"),
        ]
    )
    func bodies(operation: BSSOperation, json: String, code: String) async throws {
        try await RunningBSS.run { bss in
            var call = RawCall.post
            call.path = operation.path
            call.body = Array(json.utf8)
            let (status, answer) = try await call.send(to: bss)
            #expect(status == 400 && answer["error_code"] as? String == code)
        }
    }
}
