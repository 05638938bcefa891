import IdentityProvider
import Server
import Storage
import XMLSecurity

/// Makes a signing key with its self-signed certificate; the first one becomes active.
struct KeyGeneration {
    var type = KeyType.rsa
    let bits: RSAKeySize
    let days: Int
    let commonName: String
    let organization: String
    /// Whether a certificate request is written beside the self-signed certificate.
    var withRequest = false

    func run(in workspace: Workspace, name: String) async throws -> KeyRecord {
        let now = workspace.clock.now
        let passphrase = try Passphrase.load(workspace.configuration)
        let key = try type.make(bits)
        if workspace.configuration.huawei != nil { try KeyType.requireForHuawei(key.algorithm) }
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
        if withRequest {
            let request = try CertificateRequest.pem(key: key, commonName: commonName, organization: organization)
            let path = workspace.keyDirectory.requestPath(name)
            try AtomicFile.write(request, to: path, mode: .everybody, replacing: true)
        }
        let isFirst = try await workspace.keyStore.keys().allSatisfy { $0.state == .retired }
        let record = KeyRecord(
            name: name,
            fingerprint: certificate.fingerprint,
            state: isFirst ? .active : .generated,
            since: now
        )
        try await workspace.keyStore.add(record, by: Workspace.person)
        return record
    }
}
