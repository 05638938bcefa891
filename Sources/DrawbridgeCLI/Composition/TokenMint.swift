import Foundation
import JWTKit
import Server
import XMLSecurity

/// Makes hand-off tokens as a portal does.
struct TokenMint {
    /// The claims, as the portal's documentation names them.
    struct Claims: Encodable {
        var iss: String
        var aud: String
        var iat: Int64
        var exp: Int64
        var jti: String
        var sub: String
        var x_account_id: String
        var request: String?
        var service: String?
        var sp: String?
        var relay_state: String?
        var account_name: String?
        var email: String?
        var mobile: String?
        var first_login: Bool?
    }

    private struct Header: Encodable {
        let alg: String
        let typ = "JWT"
    }

    private let algorithm: TokenAlgorithm
    private let signer: any JWTAlgorithm

    /// Reads a private key in PEM without passphrase; for HS256 the secret.
    init(key: String, algorithm: TokenAlgorithm) async throws {
        let keys = JWTKeyCollection()
        do {
            switch algorithm {
            case .edDSA: await keys.add(eddsa: try EdDSA.PrivateKey(pem: key))
            case .es256: await keys.add(ecdsa: try ES256PrivateKey(pem: key))
            case .rs256: await keys.add(rsa: try Insecure.RSA.PrivateKey(pem: key), digestAlgorithm: .sha256)
            case .ps256: await keys.add(pss: try Insecure.RSA.PrivateKey(pem: key), digestAlgorithm: .sha256)
            case .hs256: await keys.add(hmac: HMACKey(from: Data(key.utf8)), digestAlgorithm: .sha256)
            }
            signer = try await keys.getKey()
        } catch {
            throw CommandFailure(
                .unusable,
                "The file holds no private key in PEM that fits \(algorithm.rawValue).",
                "文件中没有适用于 \(algorithm.rawValue) 的 PEM 私钥。"
            )
        }
        self.algorithm = algorithm
    }

    func token(_ claims: Claims) throws -> String {
        let encoder = JSONEncoder()
        let header = Base64.encodeURL(try encoder.encode(Header(alg: algorithm.rawValue)))
        let payload = Base64.encodeURL(try encoder.encode(claims))
        let signature = try signer.sign(Array("\(header).\(payload)".utf8))
        return "\(header).\(payload).\(Base64.encodeURL(signature))"
    }
}
