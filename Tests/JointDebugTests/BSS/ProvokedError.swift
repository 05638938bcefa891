import Foundation
import HuaweiCloud
import NIOHTTP1
import Outbound
import Testing
import XMLSecurity

@testable import JointDebug

/// A documented error code, and how a caller of the simulated BSS meets it.
struct ProvokedError: Sendable, CustomTestStringConvertible {
    /// What makes the call, on a BSS of its own whose time can be moved.
    typealias Provocation = @Sendable (_ bss: RunningBSS, _ time: ManualTime) async throws -> Void

    let code: String
    let status: Int
    let title: String
    let provoke: Provocation

    var testDescription: String { "\(code): \(title)" }

    init(_ code: String, _ status: Int, _ title: String, _ provoke: @escaping Provocation) {
        self.code = code
        self.status = status
        self.title = title
        self.provoke = provoke
    }

    static let phone = "13800138000"

    static func client(_ bss: RunningBSS, _ caller: Caller = .partner) throws -> BSSClient {
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

    /// Makes a customer with a phone and the code that was sent to it.
    private static func create(
        _ bss: RunningBSS,
        _ account: String,
        phone: String = phone,
        name: String? = nil,
        code: (@Sendable (String) -> String)? = nil,
        awaits: Bool? = nil
    ) async throws {
        let client = try client(bss)
        _ = try await client.send(SendCode(to: phone))
        let sent = try #require(await bss.host.sentCodes.first { $0.mobile == phone }).code
        _ = try await client.send(
            CreateCustomer(
                accountID: account,
                platformID: #require(PlatformID("platform")),
                domainName: name,
                mobile: VerifiedMobile(phone, code: code.map { $0(sent) } ?? sent),
                awaitsAssociation: awaits
            )
        )
    }

    private static func post(_ bss: RunningBSS, _ operation: BSSOperation, _ json: String) async throws {
        var call = RawCall.post
        call.path = operation.path
        call.body = Array(json.utf8)
        _ = try await call.send(to: bss)
    }

    static let all = general + phones + customers

    private static let general = [
        ProvokedError("CBC.0100", 400, "a limit beyond 100") { bss, _ in
            try await post(bss, .customers, #"{"limit":101}"#)
        },
        ProvokedError("CBC.0100", 400, "a query with an unknown kind") { bss, _ in
            var call = RawCall()
            call.query = "operation_type=GIFT"
            _ = try await call.send(to: bss)
        },
        ProvokedError("CBC.0101", 400, "a platform that is not the partner's") { bss, _ in
            let platform = try #require(PlatformID("other"))
            _ = try await client(bss).send(CreateCustomer(accountID: "a", platformID: platform))
        },
        ProvokedError("CBC.0151", 403, "an operator without the permission item") { bss, _ in
            _ = try await client(bss, .operatorWithoutFinance).send(AdjustRecordQuery())
        },
        ProvokedError("CBC.0154", 401, "a token of yesterday") { bss, time in
            let user = IAMUser(name: "partner-account", domain: "partner-account", password: Secret("partner-password"))
            let clock = BSSClock(now: { RunningBSS.start }, milliseconds: { 0 }, sleep: { _ in })
            let client = try #require(
                BSSClient(
                    endpoint: bss.origin,
                    authentication: .password(user, iam: bss.origin),
                    backOff: BackOff(attempts: 1, randomness: .openSSL),
                    clock: clock,
                    seconds: 600
                )
            )
            _ = try await client.send(CustomerQuery())
            time.move(to: 24 * 3600 * 1000)
            _ = try await client.send(CustomerQuery())
            // It was replaced: what is left to see is the call before.
            let calls = await bss.host.calls()
            #expect(calls.suffix(3).map(\.status) == [401, 201, 200])
            throw Seen(call: try #require(calls.dropLast(2).last))
        },
        ProvokedError("CBC.0999", 500, "a fault of the server") { bss, _ in
            var call = RawCall()
            call.headers = [(name: Faults.headerName, value: "server-error=500")]
            _ = try await call.send(to: bss)
        },
        ProvokedError("APIG.0201", 413, "a body beyond 12 MB") { bss, _ in
            var call = RawCall.post
            call.body = Array(repeating: UInt8(ascii: " "), count: BSSHost.longestBody + 1)
            // A server that refuses may close before it has read all.
            _ = try? await call.send(to: bss)
        },
        ProvokedError("APIG.0308", 429, "a sixth question in a second") { bss, _ in
            for _ in 0..<6 { _ = try await RawCall.post.send(to: bss) }
        },
        ProvokedError("APIG.0308", 429, "the fault throttled") { bss, _ in
            var call = RawCall()
            call.headers = [(name: Faults.headerName, value: "throttled")]
            _ = try await call.send(to: bss)
        },
        ProvokedError("APIGW.0301", 401, "an SK that is not the AK's") { bss, _ in
            _ = try await client(bss, Caller(access: "PARTNERAK", secret: "other")).send(CustomerQuery())
        },
    ]

    private static let phones = [
        ProvokedError("CBC.5017", 400, "no Chinese number") { bss, _ in
            try await post(bss, .sendCode, #"{"receiver_type":1,"mobile_phone":"123"}"#)
        },
        ProvokedError("CBC.99000004", 400, "the phone reserved for it") { bss, _ in
            try await create(bss, "a", phone: "19900000004")
        },
        ProvokedError("CBC.99000026", 400, "another code") { bss, _ in
            try await create(bss, "a", code: { $0 == "111111" ? "222222" : "111111" })
        },
        ProvokedError("CBC.99000027", 400, "a code of ten minutes ago") { bss, time in
            _ = try await client(bss).send(SendCode(to: phone))
            let sent = try #require(await bss.host.sentCodes.first).code
            time.move(to: 600_000)
            let platform = try #require(PlatformID("platform"))
            let mobile = try VerifiedMobile(phone, code: sent)
            _ = try await client(bss).send(CreateCustomer(accountID: "a", platformID: platform, mobile: mobile))
        },
        ProvokedError("CBC.99000029", 400, "a phone that a customer has") { bss, _ in
            try await create(bss, "a")
            try await create(bss, "b")
        },
        ProvokedError("CBC.99000030", 400, "the phone reserved for it") { bss, _ in
            try await create(bss, "a", phone: "19900000030")
        },
        ProvokedError("CBC.99000051", 400, "the phone reserved for it") { bss, _ in
            try await create(bss, "a", phone: "19900000051")
        },
        ProvokedError("CBC.99004009", 400, "the right code after four wrong ones") { bss, _ in
            _ = try await client(bss).send(SendCode(to: phone))
            let sent = try #require(await bss.host.sentCodes.first).code
            let platform = try #require(PlatformID("platform"))
            let wrong = try VerifiedMobile(phone, code: sent == "111111" ? "222222" : "111111")
            for _ in 0..<4 {
                await #expect(throws: BSSFailure.self) {
                    _ = try await client(bss).send(CreateCustomer(accountID: "a", platformID: platform, mobile: wrong))
                }
            }
            let right = try VerifiedMobile(phone, code: sent)
            _ = try await client(bss).send(CreateCustomer(accountID: "a", platformID: platform, mobile: right))
        },
    ]

    private static let customers = [
        ProvokedError("CBC.99000031", 400, "a name that breaks the rule") { bss, _ in
            let json = #"{"xaccount_id":"a","xaccount_type":"platform","domain_name":"op_x"}"#
            try await post(bss, .createCustomer, json)
        },
        ProvokedError("CBC.99000036", 400, "an empty password") { bss, _ in
            try await post(bss, .createCustomer, #"{"xaccount_id":"a","xaccount_type":"platform","password":""}"#)
        },
        ProvokedError("CBC.99000037", 400, "a cloud reseller") { bss, _ in
            let platform = try #require(PlatformID("platform"))
            let order = try CreateCustomer(accountID: "a", platformID: platform, indirectPartnerID: "reseller")
            _ = try await client(bss).send(order)
        },
        ProvokedError("CBC.99000038", 400, "a name that a customer has") { bss, _ in
            try await create(bss, "a", name: "customer-1")
            try await create(bss, "b", phone: "13900139000", name: "customer-1")
        },
        ProvokedError("CBC.99000039", 400, "an xaccount_id that a customer has") { bss, _ in
            try await create(bss, "a")
            try await create(bss, "a", phone: "13900139000")
        },
        ProvokedError("CBC.99000050", 500, "an association that comes late and is waited for") { bss, _ in
            let platform = try #require(PlatformID("platform"))
            var call = RawCall.post
            call.path = BSSOperation.createCustomer.path
            call.body = Array(
                #"{"xaccount_id":"a","xaccount_type":"\#(platform.value)","domain_name":"customer-1","include_association_result":true}"#
                    .utf8
            )
            call.headers.append((name: Faults.headerName, value: "late-association=60"))
            call.signedHeaders = "host;x-sdk-date"
            let (_, json) = try await call.send(to: bss)
            let made = try #require(await bss.customers.bound(to: "a"))
            #expect(json["domain_id"] as? String == made.domainID && json["domain_name"] as? String == "customer-1")
        },
    ]

    /// A call to look at in place of the last one.
    struct Seen: Error {
        let call: BSSSeenCall
    }
}
