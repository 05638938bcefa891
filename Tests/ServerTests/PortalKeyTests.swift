import Foundation
import JWTKit
import Server
import Testing
import XMLSecurity

@Suite("A portal's key file")
struct PortalKeyTests {
    private static func jwkSet(_ key: ES256PrivateKey, alg: String?, kid: String) throws -> String {
        let parameters = try #require(key.publicKey.parameters)
        var jwk = ["kty": "EC", "crv": "P-256", "x": parameters.x, "y": parameters.y, "kid": kid]
        jwk["alg"] = alg
        return String(decoding: try JSONSerialization.data(withJSONObject: ["keys": [jwk]]), as: UTF8.self)
    }

    @Test("A JWK Set and PEM hold the same key", arguments: ["ES256", nil])
    func jwkSet(alg: String?) async throws {
        let key = ES256PrivateKey()
        let keys = JWTKeyCollection()
        await keys.add(ecdsa: key)
        let signer = try await keys.getKey()
        let files = [try Self.jwkSet(key, alg: alg, kid: "2026"), key.publicKey.pemRepresentation]
        for (file, kid) in zip(files, ["2026", nil]) {
            let read = try await PortalKey.read(file, algorithm: .es256)
            let portal = Portal(name: "mall", signInURL: "https://mall.example/", keys: read)
            #expect(read.map(\.id) == [kid])
            var token = PortalToken(now: TestClock.start)
            token.header["kid"] = "2026"
            #expect(
                try await HandOffToken(token.signed(by: signer), from: [portal], at: TestClock.start).portal.name
                    == "mall"
            )
            token.header["kid"] = "2025"
            let isNamed = kid != nil
            let taken = try? await HandOffToken(token.signed(by: signer), from: [portal], at: TestClock.start)
            #expect(taken == nil || !isNamed)
        }
    }

    @Test(
        "A file that does not fit its algorithm is refused",
        arguments: [
            ("{}", TokenAlgorithm.es256), ("{\"keys\": []}", .es256), ("not a key", .rs256), ("short", .hs256),
        ]
    )
    func refused(file: String, algorithm: TokenAlgorithm) async throws {
        await #expect(throws: PortalKeyError.self) { try await PortalKey.read(file, algorithm: algorithm) }
    }

    @Test("A JWK for another algorithm is refused")
    func otherAlgorithm() async throws {
        let file = try Self.jwkSet(ES256PrivateKey(), alg: "ES256", kid: "a")
        await #expect(throws: PortalKeyError.self) { try await PortalKey.read(file, algorithm: .rs256) }
    }
}
