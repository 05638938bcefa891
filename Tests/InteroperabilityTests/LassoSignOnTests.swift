import Foundation
import TestSupport
import Testing

@Suite("Lasso is an ordinary SP of a running Drawbridge", .ownThread)
struct LassoSignOnTests {
    @Test("Lasso takes a whole sign-on, and every value arrives as it was sent", arguments: ["redirect", "post"])
    func signOn(binding: String) async throws {
        let drawbridge = try await RunningDrawbridge()
        let name = "<b>&amp;\"'张伟 😀 ]]> </saml:AttributeValue>"
        let answer = try await PeerPython.run(
            "lasso_sp.py",
            drawbridge.job(binding: binding, customer: ["--account-name", name, "--email", "a@b.cn\t\r\nx"])
        )
        let attributes = try #require(answer["attributes"] as? [String: [String]], "\(answer)")
        #expect(
            attributes == [
                "userId": ["user-1"], "accountId": ["account-1"], "accountName": [name], "email": ["a@b.cn\t\r\nx"],
            ]
        )
        #expect(answer["name_id_format"] as? String == "urn:oasis:names:tc:SAML:2.0:nameid-format:transient")
        #expect((answer["name_id"] as? String)?.utf8.count == 41)
        #expect(answer["relay_state"] as? String == "state & \"quoted\"")
        #expect(answer["action"] as? String == RunningDrawbridge.assertionConsumerService)
        #expect(drawbridge.stop() == 0)
    }

    @Test("Lasso decrypts an assertion, and knows the customer by the e-mail address that it asks for")
    func encryptedWithEmail() async throws {
        let drawbridge = try await RunningDrawbridge()
        let metadata = try String(contentsOfFile: drawbridge.path("sp.xml"), encoding: .utf8)
            .replacing("KeyDescriptor use=\"signing\"", with: "KeyDescriptor")
        _ = try drawbridge.command.file("sp.xml", metadata)
        _ = try drawbridge.command.run("sp", "remove", "lasso")
        try await drawbridge.add(metadata, as: "lasso", "encrypt: true\nname_id: email\nsign: response\n")
        let format = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"
        let job = drawbridge.job(customer: ["--email", "zhang.wei@example.cn"], ["name_id_format": format])
        let answer = try await PeerPython.run("lasso_sp.py", job)
        #expect(answer["name_id"] as? String == "zhang.wei@example.cn", "\(answer)")
        #expect(answer["name_id_format"] as? String == format)
        #expect(drawbridge.stop() == 0)
    }

    @Test("A control character in a value is left out and never injected")
    func controlCharacters() async throws {
        let drawbridge = try await RunningDrawbridge()
        let answer = try await PeerPython.run(
            "lasso_sp.py",
            drawbridge.job(customer: ["--account-name", "a\u{1}b", "--email", "a@b.cn"])
        )
        let attributes = try #require(answer["attributes"] as? [String: [String]], "\(answer)")
        #expect(attributes == ["userId": ["user-1"], "accountId": ["account-1"], "email": ["a@b.cn"]])
        #expect(drawbridge.stop() == 0)
    }

    @Test("An SP whose metadata does not say that it signs may send an unsigned request")
    func unsigned() async throws {
        let drawbridge = try await RunningDrawbridge(requestsSigned: false)
        let answer = try await PeerPython.run("lasso_sp.py", drawbridge.job(["signed": false]))
        #expect(answer["attributes"] != nil, "\(answer)")
        #expect(drawbridge.stop() == 0)
    }

    @Test("An unsigned request of an SP that signs is refused with a page")
    func unsignedRefused() async throws {
        let drawbridge = try await RunningDrawbridge()
        let answer = try await PeerPython.run("lasso_sp.py", drawbridge.job(["signed": false]))
        #expect(answer["status"] as? Int == 403, "\(answer)")
        #expect((answer["page"] as? String)?.contains("signature.missing") == true)
        #expect(drawbridge.stop() == 0)
    }

    @Test("Lasso reads a refusal as a refusal: NoPassive, and no assertion")
    func passive() async throws {
        let drawbridge = try await RunningDrawbridge()
        let answer = try await PeerPython.run("lasso_sp.py", drawbridge.job(["is_passive": true]))
        #expect(
            answer["codes"] as? [String] == [
                "urn:oasis:names:tc:SAML:2.0:status:Responder", "urn:oasis:names:tc:SAML:2.0:status:NoPassive",
            ],
            "\(answer)"
        )
        #expect(answer["assertions"] as? Int == 0)
        #expect(drawbridge.stop() == 0)
    }

    @Test("After kill -9 a used request is still used")
    func killed() async throws {
        let drawbridge = try await RunningDrawbridge()
        let first = try await PeerPython.run("lasso_sp.py", drawbridge.job())
        let url = try #require(first["request_url"] as? String)
        drawbridge.kill()
        try await drawbridge.start()
        let again = try await PeerPython.run("get.py", ["url": url])
        #expect(again["status"] as? Int == 403)
        #expect((again["page"] as? String)?.contains("replay.request") == true)
        #expect(drawbridge.stop() == 0)
    }
}
