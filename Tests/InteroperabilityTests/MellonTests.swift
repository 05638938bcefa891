import Foundation
import TestSupport
import Testing

@Suite("Apache with mod_auth_mellon is an ordinary SP of a running Drawbridge")
struct MellonTests {
    @Test("It signs on, and logs out from either side")
    func signOnAndLogout() async throws {
        let drawbridge = try await RunningDrawbridge()
        let apache = try await RunningApache(idpMetadata: drawbridge.path("metadata/idp-metadata.xml"))
        defer { apache.stop() }
        try await drawbridge.add(apache.metadata(), as: "mellon")
        let answers = try PeerPython.run(
            "mellon.py",
            [
                "apache": apache.baseURL, "idp": drawbridge.baseURL, "portal": RunningDrawbridge.portal,
                "mint": drawbridge.mint,
            ]
        ).compactMapValues { $0 as? [String: Any] }
        func page(_ name: String) -> String { answers[name]?["page"] as? String ?? "" }
        func isSentToThePortal(_ name: String) -> Bool {
            (answers[name]?["location"] as? String)?.hasPrefix(RunningDrawbridge.portal) == true
        }
        for name in ["first", "again", "second"] {
            #expect(page(name) == "secret of Apache", "\(name): \(answers[name] ?? [:]) \(apache.log)")
        }
        #expect(page("logout_by_sp") == "home of Apache", "\(answers["logout_by_sp"] ?? [:]) \(apache.log)")
        #expect(isSentToThePortal("after_logout_by_sp"))
        #expect(page("logout_by_idp").contains("您已退出登录"), "\(apache.log)")
        #expect(page("logout_by_idp").contains(apache.baseURL + "/mellon/metadata"))
        #expect(isSentToThePortal("after_logout_by_idp"))
        #expect(drawbridge.stop() == 0)
    }
}
