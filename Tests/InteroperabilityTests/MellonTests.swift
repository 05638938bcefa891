import Foundation
import TestSupport
import Testing

@Suite("Apache with mod_auth_mellon is an ordinary SP of a running Drawbridge", .ownThread)
struct MellonTests {
    @Test(
        "It signs on, and logs out from either side, with signed requests, unsigned ones, and encrypted assertions",
        arguments: [(true, false), (false, false), (true, true)]
    )
    func signOnAndLogout(isSigned: Bool, isEncrypted: Bool) async throws {
        let drawbridge = try await RunningDrawbridge()
        let apache = try await RunningApache(idpMetadata: drawbridge.path("metadata/idp-metadata.xml"))
        defer { apache.stop() }
        if !isSigned { try await Self.stopSigning(apache, drawbridge) }
        let settings = isEncrypted ? "encrypt: true\nsign: both\n" : nil
        try await drawbridge.add(apache.metadata(), as: "mellon", settings)
        let answers = try await PeerPython.run(
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
        #expect(page("encrypted") == (isEncrypted ? "2 of 2" : "0 of 2"))
        #expect(page("logout_by_sp") == "home of Apache", "\(answers["logout_by_sp"] ?? [:]) \(apache.log)")
        #expect(isSentToThePortal("after_logout_by_sp"))
        #expect(page("logout_by_idp").contains("您已退出登录"), "\(apache.log)")
        #expect(page("logout_by_idp").contains(apache.baseURL + "/mellon/metadata"))
        #expect(isSentToThePortal("after_logout_by_idp"))
        #expect(drawbridge.stop() == 0)
    }

    // mod_auth_mellon signs when either side's metadata says so.
    private static func stopSigning(_ apache: RunningApache, _ drawbridge: RunningDrawbridge) async throws {
        let own = try await apache.metadata().replacing("AuthnRequestsSigned=\"true\"", with: "")
        let peers = try String(contentsOfFile: drawbridge.path("metadata/idp-metadata.xml"), encoding: .utf8)
            .replacing("WantAuthnRequestsSigned=\"true\"", with: "WantAuthnRequestsSigned=\"false\"")
        try #require(!own.contains("AuthnRequestsSigned") && peers.contains("=\"false\""))
        try await apache.restart(
            idpMetadata: apache.file("idp.xml", peers),
            ["MellonSPMetadataFile " + apache.file("sp.xml", own)]
        )
    }
}
