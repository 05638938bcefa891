import ArgumentParser
import XMLSecurity

/// The signature algorithms that a command may be told to use, named as the end of their URI.
enum SignatureMethod: String, CaseIterable, ExpressibleByArgument {
    case rsaSHA256 = "rsa-sha256"
    case rsaSHA384 = "rsa-sha384"
    case rsaSHA512 = "rsa-sha512"
    case ecdsaSHA256 = "ecdsa-sha256"

    var algorithm: SignatureAlgorithm {
        switch self {
        case .rsaSHA256: .rsaSHA256
        case .rsaSHA384: .rsaSHA384
        case .rsaSHA512: .rsaSHA512
        case .ecdsaSHA256: .ecdsaSHA256
        }
    }

    /// The key's usual algorithm when nothing is said.
    static func algorithm(_ asked: SignatureMethod?, for key: PrivateKey) throws -> SignatureAlgorithm {
        guard let asked else { return .usual(for: key.algorithm) }
        guard asked.algorithm.fits(key.algorithm) else {
            throw CommandFailure(
                .unusable,
                "--algorithm \(asked.rawValue) does not fit this key; RSA keys sign with rsa-…, P-256 keys with ecdsa-sha256.",
                "--algorithm \(asked.rawValue) 与密钥类型不符；RSA 密钥用 rsa-…，P-256 密钥用 ecdsa-sha256。"
            )
        }
        return asked.algorithm
    }
}
