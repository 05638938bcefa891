import Foundation
import TestSupport
import Testing

@Suite("pysaml2 is an ordinary SP of a running Drawbridge", .ownThread)
struct PySAML2SignOnTests {
    @Test(
        "It takes a whole sign-on, by both bindings, with signed requests and with unsigned ones",
        arguments: zip(["redirect", "post", "redirect"], [true, true, false])
    )
    func signOn(binding: String, isSigned: Bool) async throws {
        let drawbridge = try await RunningDrawbridge()
        let job: [String: Any] = [
            "sp": "https://sp.example.org/pysaml2", "acs": "https://sp.example.org/pysaml2/acs", "signed": isSigned,
            "idp_metadata": drawbridge.path("metadata/idp-metadata.xml"), "sp_key": drawbridge.path("sp.key"),
            "sp_certificate": drawbridge.path("sp.crt"), "portal": RunningDrawbridge.portal, "mint": drawbridge.mint,
            "binding": binding,
        ]
        let metadata = try await PeerPython.run("pysaml2_sp.py", job.merging(["metadata_only": true]) { $1 })
        try await drawbridge.add(#require(metadata["metadata"] as? String), as: "pysaml2")
        let answer = try await PeerPython.run("pysaml2_sp.py", job)
        #expect(
            answer["attributes"] as? [String: [String]] == ["userId": ["user-1"], "accountId": ["account-1"]],
            "\(answer)"
        )
        #expect(answer["relay_state"] as? String == "state & \"quoted\"")
        #expect(answer["action"] as? String == "https://sp.example.org/pysaml2/acs")
        #expect(drawbridge.stop() == 0)
    }

    @Test("It reads encrypted assertions, names that last, and attributes under its own names")
    func settings() async throws {
        let drawbridge = try await RunningDrawbridge()
        let job: [String: Any] = [
            "sp": "https://sp.example.org/pysaml2", "acs": "https://sp.example.org/pysaml2/acs", "signed": true,
            "idp_metadata": drawbridge.path("metadata/idp-metadata.xml"), "sp_key": drawbridge.path("sp.key"),
            "sp_certificate": drawbridge.path("sp.crt"), "portal": RunningDrawbridge.portal,
            "mint": drawbridge.mint + ["--email", "zhang.wei@example.cn"], "binding": "redirect",
            "name_id_format": "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
        ]
        let metadata = try await PeerPython.run("pysaml2_sp.py", job.merging(["metadata_only": true]) { $1 })
        try await drawbridge.add(
            #require(metadata["metadata"] as? String),
            as: "pysaml2",
            "encrypt: true\nname_id: persistent\nalgorithm: rsa-sha512\nattributes: {email: mail}\n"
        )
        let answer = try await PeerPython.run("pysaml2_sp.py", job)
        #expect(answer["is_encrypted"] as? Bool == true, "\(answer)")
        #expect(answer["attributes"] as? [String: [String]] == ["mail": ["zhang.wei@example.cn"]])
        let again = try await PeerPython.run("pysaml2_sp.py", job)
        let name = try #require(answer["name_id"] as? String)
        #expect(name == again["name_id"] as? String && !name.contains("user-1"))
        #expect(drawbridge.stop() == 0)
    }
}
