public import XMLSecurity

/// A key whose private half stands in PEM too, so that other programs can sign with it.
public struct SigningPair: Sendable {
    /// PKCS#8 in PEM, not encrypted.
    public let pem: [UInt8]
    /// A certificate for it in PEM.
    public let certificatePEM: [UInt8]
    /// The public half, ready to verify.
    public let verification: VerificationKey

    /// RSA of 2048 bits.
    public static let rsa = made(["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"])
    /// Another one: the attacker's, or the next of a rollover.
    public static let rsaOther = made(["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"])
    /// RSA of 1024 bits, which only `interop` takes.
    public static let rsa1024 = made(["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"])
    /// EC on P-256.
    public static let p256 = made(["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:prime256v1"])
    /// EC on P-384.
    public static let p384 = made(["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:secp384r1"])

    /// The private key; none of 1024 bits.
    public var privateKey: PrivateKey {
        get throws(KeyError) { try PrivateKey(pem: pem, passphrase: nil) }
    }

    /// The certificate.
    public var certificate: Certificate {
        get throws(KeyError) { try Certificate(pem: certificatePEM) }
    }

    private static func made(_ arguments: [String]) -> SigningPair {
        do {
            let pem = try CommandLineTool.run("openssl", arguments).output
            let request = [
                "req", "-x509", "-new", "-key", "key", "-subj", "/O=Drawbridge Simulation/CN=peer", "-days", "3650",
            ]
            let certificate = try CommandLineTool.run("openssl", request, files: ["key": pem]).output
            let key = try Certificate(pem: certificate).publicKey
            return SigningPair(pem: pem, certificatePEM: certificate, verification: VerificationKey(key))
        } catch {
            fatalError("no test can run without keys: \(error)")
        }
    }
}
