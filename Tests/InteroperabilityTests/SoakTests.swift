import Foundation
import TestSupport
import Testing

/// `Scripts/soak` runs the long form against the release product.
@Suite("A long day", .ownThread)
struct SoakTests {
    private static let count = Int(ProcessInfo.processInfo.environment["DRAWBRIDGE_SOAK_SIGN_ONS"] ?? "") ?? 400
    /// What the allocator may keep between the second tenth and the last, in kilobytes; a kilobyte lost with each of
    /// 100,000 sign-ons would be six times that.
    private static let tolerance = 16_384

    @Test("Sign-ons one after the other: none fails, no file stays open, and memory stays where it was")
    func soak() async throws {
        let drawbridge = try await RunningDrawbridge()
        let outcome = try await PeerPython.run(
            "soak.py",
            [
                "base": drawbridge.baseURL, "pid": Int(drawbridge.identifier), "count": Self.count, "workers": 4,
                "sp": RunningDrawbridge.serviceProvider, "acs": RunningDrawbridge.assertionConsumerService,
                "sp_key": drawbridge.path("sp.key"), "portal": "mall", "portal_key": drawbridge.path("portal.key"),
            ]
        )
        print("soak: \(outcome)")
        #expect(outcome["done"] as? Int == Self.count)
        #expect(outcome["failures"] as? Int == 0, "\(outcome["first_failures"] ?? "")")
        let samples = try #require(outcome["samples"] as? [[String: Any]])
        let files = samples.compactMap { $0["files"] as? Int }
        let memory = samples.compactMap { $0["rss_kb"] as? Int }
        try #require(files.count == 10 && memory.count == 10)
        #expect(try #require(files.max()) <= files[1] + 8, "open files: \(files)")
        #expect(memory[9] <= memory[1] + Self.tolerance, "resident memory in kilobytes: \(memory)")
        #expect(drawbridge.stop() == 0)
    }
}
