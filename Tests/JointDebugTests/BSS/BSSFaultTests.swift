import HuaweiCloud
import Testing
import XMLSecurity

@testable import JointDebug

@Suite("The simulated BSS misbehaves on command")
struct BSSFaultTests {
    private static func asking(_ faults: String) -> RawCall {
        var call = RawCall()
        call.headers = [(name: Faults.headerName, value: faults)]
        return call
    }

    @Test(
        "A request asks for its own fault",
        arguments: [
            ("throttled", 429, "APIG.0308"), ("server-error", 503, "CBC.0999"), ("server-error=500", 500, "CBC.0999"),
            ("clock=901", 401, "APIGW.0301"), ("no-such-fault", 400, "CBC.0100"),
        ]
    )
    func requested(faults: String, status: Int, code: String) async throws {
        try await RunningBSS.run { bss in
            var call = Self.asking(faults)
            call.signedHeaders = "host;x-sdk-date"
            let answer = try await call.send(to: bss)
            #expect(answer.status == status && answer.json["error_code"] as? String == code)
            try await RawCall().expect(200, from: bss)
        }
    }

    @Test("The simulation's own faults hold for everybody")
    func own() async throws {
        try await RunningBSS.run(faults: try Faults("throttled")) { bss in
            try await RawCall().expect(429, from: bss)
        }
    }

    @Test("A late answer comes late")
    func slow() async throws {
        let time = ManualTime()
        try await RunningBSS.run(faults: try Faults("slow=7"), time: time) { bss in
            try await RawCall().expect(200, from: bss)
        }
        #expect(time.slept == [7])
    }
}
