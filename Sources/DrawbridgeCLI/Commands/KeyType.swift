import ArgumentParser
import XMLSecurity

/// The kinds of keys that `keys generate` makes.
enum KeyType: String, CaseIterable, ExpressibleByArgument {
    case rsa
    case p256

    // The bits count for an RSA key only.
    func make(_ bits: RSAKeySize) throws(KeyError) -> PrivateKey {
        switch self {
        case .rsa: try PrivateKey.generate(bits)
        case .p256: try PrivateKey.generateEC()
        }
    }

    /// HUAWEI CLOUD verifies rsa-sha256 only (huawei-cloud.md 3.4).
    static func requireForHuawei(_ algorithm: KeyAlgorithm) throws {
        guard case .ec = algorithm else { return }
        throw CommandFailure(
            .unusable,
            "HUAWEI CLOUD takes RSA signatures only; use an RSA key, or leave huawei.site out for other service providers.",
            "华为云只接受 RSA 签名；请使用 RSA 密钥，或在面向其他服务提供商时去掉 huawei.site。"
        )
    }
}
