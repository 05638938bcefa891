import Foundation
import TestSupport
import Testing

/// `Scripts/hostile-clients` runs the long form and prints what the well-behaved client saw.
@Suite("Clients that do not behave", .ownThread)
struct HostileClientTests {
    private static let idle = Int(ProcessInfo.processInfo.environment["DRAWBRIDGE_IDLE_CONNECTIONS"] ?? "") ?? 2_000
    private static let crowd = 700
    /// What one address may have.
    private static let room = 512

    @Test("Slow, half-open, endless, oversized and idle ones are ended in their time, and everybody else is answered")
    func hostile() async throws {
        let drawbridge = try await RunningDrawbridge()
        let port = try #require(drawbridge.baseURL.split(separator: ":").last.flatMap { Int($0) })
        let waiting = ["slow_head", "slow_body", "endless_body", "half_open"]
        let large = ["large_header", "many_headers", "large_query"]
        let results = try await PeerPython.run(
            "hostile_clients.py",
            [
                "host": "127.0.0.1", "port": port, "path": "/saml/metadata", "idle": Self.idle, "crowd": Self.crowd,
                "room": Self.room,
                "seconds": 3, "kinds": waiting + large + ["idle", "crowd"],
            ]
        )
        for (kind, value) in results.sorted(by: { $0.key < $1.key }) {
            let result = try #require(value as? [String: Any])
            let usual = try #require(result["usual"] as? [String: Any])
            print("hostile clients: \(kind): \(result)")
            #expect(usual["asked"] as? Int == usual["answered"] as? Int, "\(kind): somebody was not answered")
            #expect(usual["asked"] as? Int ?? 0 > 0)
        }
        for kind in waiting + large {
            let result = try #require(results[kind] as? [String: Any])
            #expect(result["closed_after"] as? Double != nil, "\(kind) was never ended")
        }
        for kind in large {
            let answer = (results[kind] as? [String: Any])?["answer"] as? String
            #expect(answer?.contains(" 200 ") == false, "\(kind): \(answer ?? "")")
        }
        let idle = try #require(results["idle"] as? [String: Any])
        #expect(idle["opened"] as? Int == Self.idle)
        let crowd = try #require(results["crowd"] as? [String: Any])
        #expect(crowd["refused"] as? Int == Self.crowd - Self.room)
        let log = try String(contentsOf: drawbridge.command.directory.appending(path: "log"), encoding: .utf8)
        #expect(!log.contains(" error "), "\(log.split(separator: "\n").filter { $0.contains(" error ") }.prefix(3))")
        #expect(drawbridge.stop() == 0)
    }
}
