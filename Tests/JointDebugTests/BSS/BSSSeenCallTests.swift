import HuaweiCloud
import NIOHTTP1
import Testing
import XMLSecurity

@testable import JointDebug

@Suite("The simulated BSS writes down what comes")
struct BSSSeenCallTests {
    @Test("A call is kept as it went over the wire, with who called and what was wrong")
    func calls() async throws {
        try await RunningBSS.run { bss in
            try await RawCall.post.expect(200, from: bss)
            var wrong = RawCall()
            wrong.signedPath = "/v3/accounts/partner-accounts/adjust-records"
            try await wrong.expect(401, from: bss)
            let calls = await bss.host.calls()
            #expect(calls.map(\.number) == [1, 2] && calls.map(\.operation) == ["check-identity", "adjust-records"])
            #expect(calls.map(\.status) == [200, 401] && calls.map(\.caller) == ["PARTNERAK", nil])
            #expect(calls.map(\.reason) == [nil, "path-slash"] && calls[1].code == "APIGW.0301")
            #expect(calls[0].exchange.sentBody == RawCall.postJSON)
            #expect(calls[0].exchange.text.contains("check_result"))
            #expect(calls[1].exchange.url == bss.origin + wrong.path + "?" + wrong.query)
            #expect(await bss.host.calls(after: 1).map(\.number) == [2])
        }
    }

    @Test("In a trace of it there is no password, no token and no code")
    func secrets() async throws {
        try await RunningBSS.run { bss in
            let json =
                #"{"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"partner-account","password":"partner-password","domain":{"name":"partner-account"}}}}}}"#
            let url = bss.origin + IAMTokenRequest.path
            let given = try await WebClient().send(
                .POST,
                try #require(HTTPTarget(url)),
                url: url,
                headers: [],
                body: Array(json.utf8)
            )
            let token = try #require(given.header("x-subject-token"))
            let list = bss.origin + BSSOperation.adjustRecords.path
            let headers = [("X-Auth-Token", token)]
            _ = try await WebClient().send(.GET, try #require(HTTPTarget(list)), url: list, headers: headers, body: nil)
            var create = RawCall.post
            create.path = BSSOperation.createCustomer.path
            create.body = Array(
                #"{"xaccount_id":"a","xaccount_type":"platform","mobile_phone":"13800138000","verification_code":"123456","password":"Pa55word-x"}"#
                    .utf8
            )
            try await create.expect(400, from: bss)
            let calls = await bss.host.calls()
            #expect(calls.map(\.operation) == ["token", "adjust-records", "create-customer"])
            let trace = String(describing: calls.map { ExchangeRecord($0.exchange, showsPersonalData: true) })
            for secret in ["partner-password", token, "123456", "Pa55word-x"] { #expect(!trace.contains(secret)) }
            #expect(trace.contains("x-subject-token: [redacted]") || trace.contains("X-Subject-Token: [redacted]"))
        }
    }
}
