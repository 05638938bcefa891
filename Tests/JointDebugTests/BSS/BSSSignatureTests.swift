import HuaweiCloud
import Testing
import XMLSecurity

@testable import JointDebug

@Suite("The simulated BSS takes signatures to the letter")
struct BSSSignatureTests {
    @Test("Calls that are signed as documented are taken")
    func right() async throws {
        try await RunningBSS.run { bss in
            var unsorted = RawCall()
            unsorted.query = "offset=0&limit=10&memo=%E4%B8%80"
            unsorted.signedQuery = "limit=10&memo=%E4%B8%80&offset=0"
            var dateOnly = RawCall()
            dateOnly.signedHeaders = "x-sdk-date"
            var early = RawCall()
            early.date = SDKDate.text(RunningBSS.start.adding(seconds: -900))
            var hashed = RawCall.post
            hashed.headers.append((name: "X-Sdk-Content-Sha256", value: SDKCanonicalRequest.hash(hashed.body)))
            var temporary = RawCall()
            temporary.caller = .temporary
            temporary.headers = [(name: "X-Security-Token", value: "SecurityToken")]
            for call in [RawCall(), RawCall.post, unsorted, dateOnly, early, hashed, temporary] {
                let (status, json) = try await call.send(to: bss)
                #expect(status == 200, "\(json)")
            }
        }
    }

    @Test("Each mistake is refused, and its reason is told", arguments: WrongSignature.all)
    func wrong(mistake: WrongSignature) async throws {
        try await RunningBSS.run { bss in
            let (status, json) = try await mistake.call.send(to: bss)
            #expect(status == 401)
            #expect(json["error_code"] as? String == "APIGW.0301")
            let simulation = try #require(json["simulation"] as? [String: String])
            #expect(simulation["reason"] == mistake.reason)
            #expect(simulation["en"]?.isEmpty == false && simulation["zh"]?.isEmpty == false)
        }
    }

    @Test("Every reason but those of tokens is shown by a mistake")
    func complete() {
        let shown = Set(WrongSignature.all.map(\.reason))
        let all = Set(SignatureFault.allCases.map(\.rawValue)).subtracting(["unknown-token", "token-expired"])
        #expect(shown == all)
    }
}
