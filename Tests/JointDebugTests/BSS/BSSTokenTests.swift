import Foundation
import HuaweiCloud
import NIOHTTP1
import Testing
import XMLSecurity

@testable import JointDebug

@Suite("The simulated BSS takes tokens for 24 hours")
struct BSSTokenTests {
    private static func ask(_ bss: RunningBSS, password: String, methods: String = "password") async throws
        -> WebExchange
    {
        let json = #"""
            {"auth":{"identity":{"methods":["\#(methods)"],"password":{"user":{"name":"partner-account","password":"\#(password)",
            "domain":{"name":"partner-account"}}}},"scope":{"domain":{"name":"partner-account"}}}}
            """#
        let url = bss.origin + "/v3/auth/tokens"
        return try await WebClient().send(
            .POST,
            try #require(HTTPTarget(url)),
            url: url,
            headers: [],
            body: Array(json.utf8)
        )
    }

    private static func call(_ bss: RunningBSS, token: String) async throws -> WebExchange {
        let url = bss.origin + BSSOperation.adjustRecords.path
        let headers = [("X-Auth-Token", token)]
        return try await WebClient().send(.GET, try #require(HTTPTarget(url)), url: url, headers: headers, body: nil)
    }

    @Test("A token is good for a day and not a second longer")
    func life() async throws {
        let time = ManualTime()
        try await RunningBSS.run(time: time) { bss in
            let given = try await Self.ask(bss, password: "partner-password")
            #expect(given.status == 201)
            let token = try #require(given.header("x-subject-token"))
            #expect(!given.text.contains(token))
            time.move(to: (24 * 3600 - 1) * 1000)
            #expect(try await Self.call(bss, token: token).status == 200)
            time.move(to: 24 * 3600 * 1000)
            let late = try await Self.call(bss, token: token)
            #expect(late.status == 401 && late.text.contains("x_auth_token is expired"))
        }
    }

    @Test("Without the password there is no token, and a made-up one is none")
    func refused() async throws {
        try await RunningBSS.run { bss in
            #expect(try await Self.ask(bss, password: "other").status == 401)
            #expect(try await Self.ask(bss, password: "partner-password", methods: "assume_role").status == 400)
            let answer = try await Self.call(bss, token: "made-up")
            #expect(answer.status == 401 && answer.text.contains("decrypt token fail"))
        }
    }
}
