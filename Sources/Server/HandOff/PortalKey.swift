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

    /// Whether this key signed that.
    func verifies(_ signature: [UInt8], of signed: [UInt8]) -> Bool {
        (try? verifier.verify(signature, signs: signed)) ?? false
    }
}
