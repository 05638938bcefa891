import HuaweiCloud
import Testing
import XMLSecurity

@testable import JointDebug

@Suite("What a step expects of the calls that came to the BSS: each can hold, and each can fail")
struct BSSExpectTests {
    /// What a step expects, as it came and otherwise.
    struct Expectation: Sendable, CustomTestStringConvertible {
        let name: String
        let right: String
        let wrong: String

        var testDescription: String { name }

        init(_ name: String, _ right: String, _ wrong: String) {
            self.name = name
            self.right = right
            self.wrong = wrong
        }

        static let all = [
            Expectation("calls", "check-identity customers", "customers check-identity"),
            Expectation("calls", "check-identity token customers", "token customers"),
            Expectation("answers", "429 400", "200 400"),
            Expectation("only", "400 429", "429"),
            Expectation("order", "check-identity customers", "customers"),
            Expectation("spread", "2000", "2001"),
            Expectation("code", "CBC.0100", "CBC.0151"),
            Expectation("seen.limit", "101", "100"),
            Expectation("seen.account_name", "客户", "customer"),
            Expectation("seen.trans_id", "a b", "a%20b"),
            Expectation("seen.offset", "none", "0"),
        ]
    }

    private static func side(_ endpoint: String = "http://127.0.0.1:1") throws -> BSSSide {
        let host = BSSHost(
            customers: SimulatedCustomers(randomness: .openSSL),
            partners: [],
            randomness: .openSSL,
            now: { RunningBSS.start }
        )
        let keys = try Caller.partner.credentials()
        return BSSSide(
            origin: "http://127.0.0.1:1",
            host: host,
            files: [.partner: "partner.yaml"],
            endpoint: { endpoint },
            authentication: { _ in .keys(keys) }
        )
    }

    private static func call(
        _ number: Int,
        _ operation: String,
        _ status: Int,
        code: String? = nil,
        fault: SignatureFault? = nil,
        after seconds: Int64 = 0
    ) -> BSSSeenCall {
        var exchange = WebExchange(
            method: "POST",
            url: "http://127.0.0.1:1/path?limit=101&trans_id=a%20b",
            status: status,
            headers: [],
            body: []
        )
        exchange.sentBody = Array(#"{"account_name":"客户"}"#.utf8)
        return BSSSeenCall(
            number: number,
            at: RunningBSS.start.adding(seconds: seconds),
            operation: operation,
            caller: nil,
            code: code,
            fault: fault,
            exchange: exchange
        )
    }

    private static func expect(
        _ expected: [String: String],
        _ calls: [BSSSeenCall],
        at side: BSSSide
    ) -> BSSExpect {
        let step = StepInput(TestStage.step(RunBSSCommand.self, expecting: expected), names: [:])
        return BSSExpect(step: step, side: side, calls: calls, scenario: calls, output: "HTTP 400 CBC.0100 …")
    }

    @Test("A thing that is so holds, another fails", arguments: Expectation.all)
    func judged(expectation: Expectation) throws {
        let calls = [
            Self.call(1, "check-identity", 429, code: "APIG.0308"), Self.call(2, "token", 201, after: 1),
            Self.call(3, "customers", 400, code: "CBC.0100", after: 2),
        ]
        let side = try Self.side()
        let right = Self.expect([expectation.name: expectation.right], calls, at: side)
        #expect(throws: Never.self) { try right.judge() }
        let wrong = Self.expect([expectation.name: expectation.wrong], calls, at: side)
        #expect(throws: StepFailure.self) { try wrong.judge() }
    }

    @Test("Where nothing came, that can be expected")
    func nothing() throws {
        let side = try Self.side()
        #expect(throws: Never.self) { try Self.expect(["calls": "none"], [], at: side).judge() }
        #expect(throws: StepFailure.self) { try Self.expect(["calls": "customers"], [], at: side).judge() }
    }

    @Test("A refused call breaks the rule that it was refused for")
    func blame() throws {
        let calls: [(BSSSeenCall, String?)] = [
            (Self.call(1, "customers", 401, code: "APIGW.0301", fault: .clock), "bss.time"),
            (Self.call(1, "customers", 401, code: "APIGW.0301", fault: .dateForm), "bss.time"),
            (Self.call(1, "customers", 401, code: "CBC.0154", fault: .tokenExpired), "bss.token"),
            (Self.call(1, "customers", 401, code: "APIGW.0301", fault: .unknownToken), "bss.token"),
            (Self.call(1, "token", 401, code: "401"), "bss.token"),
            (Self.call(1, "customers", 401, code: "APIGW.0301", fault: .secretKey), "bss.signature"),
            (Self.call(1, "customers", 401, code: "APIGW.0301", fault: .unknownAccessKey), "bss.signature"),
            (Self.call(1, "customers", 403, code: "CBC.0151"), "bss.caller"),
            (Self.call(1, "customers", 429, code: "APIG.0308"), "bss.throttling"),
            (Self.call(1, "customers", 400, code: "CBC.0100"), nil), (Self.call(1, "customers", 200), nil),
        ]
        let side = try Self.side()
        for (call, rule) in calls { #expect(BSSBlame.rule(of: [call], at: side) == rule) }
        #expect(BSSBlame.rule(of: [], at: side) == nil)
        #expect(BSSBlame.rule(of: [], at: try Self.side("http://127.0.0.1:2")) == "bss.endpoint")
    }
}
