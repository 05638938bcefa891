import TestSupport
import XMLSecurity

/// A key as both sides see it: ours to verify, in PEM to sign with the xmlsec1 command.
struct SigningPair: Sendable {
    let pem: [UInt8]
    let privateKey: PrivateKey
    let verification: VerificationKey

    static let rsa = made(["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"])
    static let p256 = made(["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:prime256v1"])
    static let p384 = made(["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:secp384r1"])

    private static func made(_ arguments: [String]) -> SigningPair {
        do {
            let pem = try OpenSSLCommand.run(arguments)
            let key = try PrivateKey(pem: pem, passphrase: nil)
            return SigningPair(pem: pem, privateKey: key, verification: VerificationKey(key.publicKey))
        } catch {
            fatalError("no test can run without keys: \(error)")
        }
    }
}
