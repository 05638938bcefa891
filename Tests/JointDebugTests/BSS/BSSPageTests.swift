import Foundation
import HuaweiCloud
import NIOHTTP1
import Testing
import XMLSecurity

@testable import JointDebug

@Suite("The simulation's pages show the BSS and feed it")
struct BSSPageTests {
    /// A partner of every platform that metadata was uploaded for.
    private static func host(_ running: RunningSimulation) throws -> BSSHost {
        let partner = BSSPartner(
            name: "partner",
            credentials: try Caller.partner.credentials(),
            user: nil,
            platformID: nil
        )
        return BSSHost(running.simulation, partners: [partner])
    }

    @Test("A record is fed by a form, and comes back by the API")
    func records() async throws {
        let running = try await RunningSimulation()
        let host = try Self.host(running)
        let form =
            "customer_id=customer-1&operation_type=SOURCE_OPERATION_BERETRIEVE&amount=12.50&operation_time=2026-11-24T01%3A00%3A00Z&trans_id=t1&memo=m"
        let done = try await running.post("/simulation/adjust-records", form)
        #expect(done.status == 200 && done.text.contains("t1"), "\(done.text)")
        // With the customer alone the rest is made up.
        #expect(try await running.post("/simulation/adjust-records", "customer_id=customer-1&amount=5").status == 200)
        let answer = try await host.adjusted(AdjustRecordQuery(customerID: "customer-1"))
        #expect(answer.total == 2 && answer.records[0].amount == "12.50" && answer.records[0].transactionID == "t1")
        #expect(answer.records[1].operationType == AdjustRecord.Kind.grant.rawValue)
        let page = try await running.get("/simulation/bss")
        for text in ["t1", "12.50", "SOURCE_OPERATION_BERETRIEVE", "验证码 Verification codes"] {
            #expect(page.text.contains(text))
        }
        #expect(try await running.get("/simulation/").text.contains("/simulation/bss"))
    }

    @Test(
        "A record that breaks a rule is not fed",
        arguments: [
            "customer_id=&amount=5", "customer_id=c&amount=five", "customer_id=c&amount=5&operation_type=GIFT",
            "customer_id=c&amount=5&operation_time=today", "customer_id=c",
        ]
    )
    func wrong(form: String) async throws {
        let running = try await RunningSimulation()
        #expect(try await running.post("/simulation/adjust-records", form).status == 400)
        #expect(await running.simulation.bss.records.isEmpty)
    }

    @Test("No form of another site feeds a record, and no page is open to other names")
    func strangers() async throws {
        let running = try await RunningSimulation()
        let headers = [("Origin", "https://elsewhere.example"), ("Content-Type", "application/x-www-form-urlencoded")]
        #expect(try await running.post("/simulation/adjust-records", "customer_id=c&amount=5", headers).status == 403)
        #expect(try await running.send(host: "elsewhere.example", "/simulation/bss").status == 403)
        #expect(await running.simulation.bss.records.isEmpty)
    }

    @Test("A code that was sent, and each call with what is wrong with it, stand on the page and in the log")
    func calls() async throws {
        let running = try await RunningSimulation()
        let book = running.simulation.bss
        await book.sendCode(to: "13800138000", minutes: 10, at: RunningSimulation.now)
        let code = try #require(await book.codes.first)
        let exchange = WebExchange(method: "GET", url: "http://127.0.0.1:1/", status: 401, headers: [], body: [])
        let answer = try BSSAnswer.refused(SignatureFault.pathSlash, requestID: "r")
        let seen = await book.note(.customers, answer, to: exchange, at: RunningSimulation.now)
        await running.simulation.log.add(SimulationEvent(seen, sent: code))
        let page = try await running.get("/simulation/bss").text
        for text in [code.code, "13800138000", "path-slash", "lacks the slash", "缺少末尾的斜杠"] {
            #expect(page.contains(text), "\(text)")
        }
        let facts = try #require(try await running.events("bss").first?["facts"] as? [String: String])
        #expect(facts["call"] == "customers" && facts["reason"] == "path-slash" && facts["code"] == code.code)
    }

    @Test("The partner makes customers for a platform that metadata was uploaded for, and for no other")
    func platforms() async throws {
        let running = try await RunningSimulation()
        let host = try Self.host(running)
        let partner = try #require(host.partners.first)
        #expect(!host.owns(partner, RunningSimulation.platformID))
        try await running.register(FakePartner().metadata())
        #expect(host.owns(partner, RunningSimulation.platformID))
        #expect(!host.owns(partner, "other_IDP"))
    }
}
