import IdentityProvider
import Server
import Storage
import XMLSecurity

/// Makes a signing key with its self-signed certificate; the first one becomes active.
struct KeyGeneration {
    let bits: RSAKeySize
    let days: Int
    let commonName: String
    let organization: String

    func run(in workspace: Workspace, name: String) async throws -> KeyRecord {
        let now = workspace.clock.now
        let passphrase = try Passphrase.load(workspace.configuration)
        let key = try PrivateKey.generate(bits)
        let certificate = try Certificate.selfSigned(
            key: key,
            commonName: commonName,
            organization: organization,
            // A peer whose clock is behind must not find a certificate from the future.
            validFrom: now.adding(seconds: -300),
            days: days,
            serial: Randomness.openSSL.bytes(Certificate.serialLength)
        )
        try workspace.keyDirectory.write(key, certificate, as: name, passphrase: passphrase)
        let isFirst = try await workspace.keyStore.keys().allSatisfy { $0.state == .retired }
        let record = KeyRecord(
            name: name,
            fingerprint: certificate.fingerprint,
            state: isFirst ? .active : .generated,
            since: now
        )
        try await workspace.keyStore.add(record)
        return record
    }
}
