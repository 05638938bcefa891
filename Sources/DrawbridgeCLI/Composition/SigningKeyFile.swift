import Foundation
import XMLSecurity

/// Reads a private key in PEM and its certificate from files that are named one by one.
enum SigningKeyFile {
    static func read(
        key: String,
        certificate: String,
        passphraseFile: String?,
        method: SignatureMethod?
    ) throws -> SigningKey {
        try requirePrivate(key)
        let privateKey = try PrivateKey(pem: InputFile.read(key), passphrase: passphrase(passphraseFile))
        return try SigningKey(
            privateKey: privateKey,
            certificate: CertificateFile.read(certificate),
            algorithm: SignatureMethod.algorithm(method, for: privateKey)
        )
    }

    private static func passphrase(_ file: String?) throws -> Secret? {
        if let file {
            try requirePrivate(file)
            let text = String(decoding: try InputFile.read(file), as: UTF8.self)
            return Secret(text.trimmingCharacters(in: .newlines))
        }
        let text = ProcessInfo.processInfo.environment[Passphrase.variable] ?? ""
        return text.isEmpty ? nil : Secret(text)
    }

    private static func requirePrivate(_ path: String) throws {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return }
        let mode = attributes[.posixPermissions] as? Int ?? 0
        guard attributes[.type] as? FileAttributeType != .typeRegular || mode & 0o077 == 0 else {
            throw CommandFailure(
                .unusable,
                "\(path) can be read by others; run: chmod 600 \(path)",
                "\(path) 可被他人读取，请执行：chmod 600 \(path)"
            )
        }
    }
}
