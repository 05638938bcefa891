import Foundation
import HTTPTypes
import HuaweiCloud
import JointDebug
import Onboarding
import SAML
import Storage
import TestSupport
import Testing
import XMLSecurity

@Suite("What is no notification of HUAWEI CLOUD is refused, in a browser with a page")
struct AssociationRefusalTests {
    /// A notification that must not be taken.
    struct Hostile: CustomTestStringConvertible, Sendable {
        let name: String
        let code: String
        let status: Int
        let body: @Sendable (Bridge) throws -> String

        init(_ name: String, _ code: String, _ status: Int, _ body: @escaping @Sendable (Bridge) throws -> String) {
            self.name = name
            self.code = code
            self.status = status
            self.body = body
        }

        var testDescription: String { name }
    }

    private static func form(_ bindRequest: String, _ sigAlg: String, _ signature: String) -> String {
        let fields = [("bindRequest", bindRequest), ("SigAlg", sigAlg), ("Signature", signature)]
        return fields.map { $0.0 + "=" + PercentEncoding.encode($0.1) }.joined(separator: "&")
    }

    private static func signed(_ json: String, _ bridge: Bridge) throws -> String {
        try SimulatedNotification(json: Array(json.utf8), signedBy: bridge.serviceProvider.key).form
    }

    private static let sample = #"{"domainName":"yongzhi","domainId":"yongzhiid","xUserId":"yongzhix","bindAction":1}"#

    static let all: [Hostile] = [
        Hostile("another key", "association.signature", 403) { _ in
            let key = try FakeServiceProvider(key: TestPKI.rsa3072).key
            return try SimulatedNotification(AssociationFlowTests.message(), signedBy: key).form
        },
        Hostile("another text behind a good signature", "association.signature", 403) { bridge in
            let good = try AssociationFlowTests.notification(bridge)
            let other = try AssociationFlowTests.notification(bridge, user: "user-2")
            return form(other.bindRequest, good.sigAlg, good.signature)
        },
        Hostile("signed over the JSON, where the text is configured", "association.signature", 403) { bridge in
            try AssociationFlowTests.notification(bridge, over: .decodedJSON).form
        },
        Hostile("the upper-cased sample of the documentation", "association.signature", 403) { _ in
            // Capitals alone: the signature of a fresh key would be Base64 in some runs and not in others.
            let signature = Base64.encode([UInt8](repeating: 0, count: 256))
            let text = Base64.encode(Array(sample.utf8))
            return form(text.uppercased(), SignatureAlgorithm.rsaSHA256.rawValue.uppercased(), signature)
        },
        Hostile("the upper-cased sample, signed", "association.json", 400) { bridge in
            let octets = try #require(Base64.decode(Base64.encode(Array(sample.utf8)).uppercased().utf8))
            return try SimulatedNotification(json: octets, signedBy: bridge.serviceProvider.key).form
        },
        Hostile("an algorithm that is not taken", "association.algorithm", 403) { bridge in
            let good = try AssociationFlowTests.notification(bridge)
            return form(good.bindRequest, SignatureAlgorithm.rsaSHA1.rawValue, good.signature)
        },
        Hostile("an algorithm of another kind of key", "association.no-key", 403) { bridge in
            let good = try AssociationFlowTests.notification(bridge)
            return form(good.bindRequest, SignatureAlgorithm.ecdsaSHA256.rawValue, good.signature)
        },
        Hostile("no signature", "association.missing", 400) { bridge in
            form(try AssociationFlowTests.notification(bridge).bindRequest, SignatureAlgorithm.rsaSHA256.rawValue, "")
        },
        Hostile("nothing", "association.missing", 400) { _ in "" },
        Hostile("a field twice", "transport.duplicate-parameter", 400) { bridge in
            try AssociationFlowTests.notification(bridge).form + "&bindRequest=e30%3D"
        },
        Hostile("a body without end", "limit.size", 400) { _ in
            "bindRequest=" + String(repeating: "A", count: AssociationForm.longestBody)
        },
        Hostile("no user", "association.json", 400) { try signed(#"{"domainId":"d","bindAction":0}"#, $0) },
        Hostile("an empty user", "association.json", 400) {
            try signed(#"{"xUserId":"","domainId":"d","bindAction":0}"#, $0)
        },
        Hostile("another action", "association.json", 400) {
            try signed(#"{"xUserId":"u","domainId":"d","bindAction":2}"#, $0)
        },
        Hostile("a user with a line break", "association.json", 400) {
            try signed(#"{"xUserId":"a\nb","domainId":"d","bindAction":0}"#, $0)
        },
    ]

    @Test("Each with its own code, and nothing changes", arguments: all)
    func refused(hostile: Hostile) async throws {
        let bridge = try await Bridge()
        _ = try await AssociationFlowTests.handOff(bridge, ["first_login": true])
        let body = try hostile.body(bridge)
        for json in [true, false] {
            let path = AssociationFlowTests.path
            let reply = try await bridge.send(.post, path, body: Array(body.utf8), json: json)
            #expect(reply.status == hostile.status, "\(reply.text)")
            #expect(json ? reply.code == hostile.code : reply.text.contains("<code>\(hostile.code)</code>"))
        }
        #expect(try await bridge.associations.association("account-1")?.state == .pending)
    }

    @Test("bindAction is taken as a number and as text, and unknown fields are passed over", arguments: ["0", "\"0\""])
    func action(written: String) async throws {
        let bridge = try await Bridge()
        _ = try await AssociationFlowTests.handOff(bridge, ["first_login": true])
        let json = #"{"xUserId":"user-1","domainId":"d-1","new":[{}],"bindAction":\#(written)}"#
        let reply = try await bridge.send(
            .post,
            AssociationFlowTests.path,
            body: Array(try Self.signed(json, bridge).utf8)
        )
        #expect(reply.status == 200, "\(reply.text)")
        #expect(try await bridge.associations.association("account-1")?.state == .bound)
    }

    @Test("A browser is sent to the portal's page, or sees ours, in its language and without a script")
    func browser() async throws {
        let bridge = try await Bridge(afterBindingURL: "https://mall.example/bound?x=1")
        _ = try await AssociationFlowTests.handOff(bridge, ["first_login": true])
        let body = Array(try AssociationFlowTests.notification(bridge).form.utf8)
        let moved = try await bridge.send(.post, AssociationFlowTests.path, body: body, json: false)
        #expect(moved.status == 303)
        #expect(moved.headers[.location] == "https://mall.example/bound?x=1")

        let plain = try await Bridge()
        _ = try await AssociationFlowTests.handOff(plain, ["first_login": true])
        let page = try await plain.send(.post, AssociationFlowTests.path, body: body, json: false)
        #expect(page.status == 200)
        #expect(page.text.contains("answer has arrived") && page.text.contains("已收到华为云的绑定结果"))
        #expect(page.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
        #expect(page.headers[.cacheControl]?.contains("no-store") == true)
    }

    @Test("Signed over the JSON is taken where that is configured")
    func decodedJSON() async throws {
        let bridge = try await Bridge(signedOver: .decodedJSON)
        _ = try await AssociationFlowTests.handOff(bridge, ["first_login": true])
        let notification = try AssociationFlowTests.notification(bridge, over: .decodedJSON)
        #expect(try await AssociationFlowTests.send(notification, as: "form", to: bridge).status == 200)
        #expect(try await bridge.associations.association("account-1")?.state == .bound)
    }
}
