import Foundation
import JWTKit
import XMLSecurity

/// One key of a portal with its one algorithm.
public struct PortalKey: Sendable {
    /// The least length of a shared secret, in octets (RFC 7518 3.2).
    public static let shortestSecret = 32

    /// The name by which a token's header may ask for it.
    public let id: String?
    /// The algorithm.
    public let algorithm: TokenAlgorithm
    private let verifier: any JWTAlgorithm

    /// Reads a key.
    /// - Parameters:
    ///   - text: a public key in PEM; for HS256 the secret itself, as it stands in its file.
    ///   - algorithm: what the key is used for.
    ///   - id: the key's `kid`.
    /// - Throws: ``PortalKeyError``.
    public init(_ text: String, algorithm: TokenAlgorithm, id: String? = nil) async throws {
        let keys = JWTKeyCollection()
        do {
            switch algorithm {
            case .edDSA: await keys.add(eddsa: try EdDSA.PublicKey(pem: text))
            case .es256: await keys.add(ecdsa: try ES256PublicKey(pem: text))
            case .rs256:
                await keys.add(rsa: try Insecure.RSA.PublicKey(pem: text), digestAlgorithm: .sha256)
            case .ps256:
                await keys.add(pss: try Insecure.RSA.PublicKey(pem: text), digestAlgorithm: .sha256)
            case .hs256:
                guard text.utf8.count >= Self.shortestSecret else {
                    throw PortalKeyError("an HS256 secret needs \(Self.shortestSecret) octets or more")
                }
                await keys.add(hmac: HMACKey(from: Data(text.utf8)), digestAlgorithm: .sha256)
            }
            verifier = try await keys.getKey()
        } catch let error as PortalKeyError {
            throw error
        } catch {
            throw PortalKeyError("the file holds no public key in PEM that fits \(algorithm.rawValue)")
        }
        self.algorithm = algorithm
        self.id = id
    }

    /// Reads a key file: a JWK Set (RFC 7517 5), a public key in PEM, or for HS256 the secret.
    /// - Parameters:
    ///   - text: the file.
    ///   - algorithm: what every key in it is used for; a JWK that names another one is refused.
    /// - Returns: the keys, at least one.
    /// - Throws: ``PortalKeyError``.
    public static func read(_ text: String, algorithm: TokenAlgorithm) async throws -> [PortalKey] {
        guard text.drop(while: \.isWhitespace).first == "{" else {
            return [try await PortalKey(text, algorithm: algorithm)]
        }
        guard let set = try? JSONDecoder().decode(JWKS.self, from: Data(text.utf8)), !set.keys.isEmpty else {
            throw PortalKeyError("the file holds no JWK Set with keys")
        }
        var keys: [PortalKey] = []
        for jwk in set.keys { keys.append(try await PortalKey(jwk, algorithm: algorithm)) }
        return keys
    }

    private init(_ jwk: JWK, algorithm: TokenAlgorithm) async throws {
        let name = jwk.keyIdentifier?.string ?? "without kid"
        guard algorithm != .hs256, jwk.algorithm == nil || jwk.algorithm?.rawValue == algorithm.rawValue else {
            throw PortalKeyError("the JWK \(name) is not for \(algorithm.rawValue)")
        }
        let keys = JWTKeyCollection()
        do {
            try await keys.add(jwk: jwk, isDefault: true)
            verifier = try await keys.getKey(alg: algorithm.rawValue)
        } catch {
            throw PortalKeyError("the JWK \(name) does not fit \(algorithm.rawValue)")
        }
        guard verifier.name == algorithm.rawValue else {
            throw PortalKeyError("the JWK \(name) does not fit \(algorithm.rawValue)")
        }
        self.algorithm = algorithm
        id = jwk.keyIdentifier?.string
    }

    /// Whether this key signed that.
    func verifies(_ signature: [UInt8], of signed: [UInt8]) -> Bool {
        (try? verifier.verify(signature, signs: signed)) ?? false
    }
}
