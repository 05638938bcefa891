import Foundation
public import XMLSecurity

/// Our signing keys on disk: `NAME.crt.pem` for everybody, `private/NAME.key.pem` encrypted and for the owner alone.
public struct KeyDirectory: Sendable {
    /// The directory of certificates.
    public let path: String

    /// Makes the directory's value; nothing is touched.
    public init(_ path: String) {
        self.path = path
    }

    /// Where a certificate stands.
    public func certificatePath(_ name: String) -> String { path + "/" + name + ".crt.pem" }

    /// Where a certificate request stands.
    public func requestPath(_ name: String) -> String { path + "/" + name + ".csr.pem" }

    /// Where a private key stands.
    public func keyPath(_ name: String) -> String { path + "/private/" + name + ".key.pem" }

    /// Writes a new key with its certificate; a key that is there is never overwritten.
    /// - Parameters:
    ///   - key: the private key.
    ///   - certificate: its certificate.
    ///   - name: the name of both files.
    ///   - passphrase: encrypts the private key.
    /// - Throws: ``StorageError``, or ``KeyError`` when OpenSSL cannot encrypt.
    public func write(_ key: PrivateKey, _ certificate: Certificate, as name: String, passphrase: Secret) throws {
        let pem = try key.encryptedPEM(passphrase: passphrase)
        try Directory.make(path)
        try Directory.make(path + "/private", isPrivate: true)
        try AtomicFile.write(pem, to: keyPath(name), mode: .secret, replacing: false)
        try AtomicFile.write(certificate.pem, to: certificatePath(name), mode: .everybody, replacing: false)
    }

    /// The names of the keys, in alphabetical order.
    public func names() -> [String] {
        let suffix = ".crt.pem"
        let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return files.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }.sorted()
    }

    /// Reads a certificate.
    public func certificate(_ name: String) throws -> Certificate {
        try Certificate(pem: Self.read(certificatePath(name)))
    }

    /// Reads a private key.
    /// - Parameters:
    ///   - name: the key's name.
    ///   - passphrase: opens it.
    /// - Returns: the key.
    /// - Throws: ``StorageError`` when others than the owner can read the file; ``KeyError`` when it does not open.
    public func privateKey(_ name: String, passphrase: Secret?) throws -> PrivateKey {
        let path = keyPath(name)
        let bytes = try Self.read(path)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? 0
        guard mode & 0o077 == 0 else {
            throw StorageError(.unwritable, "\(path) can be read by others; run: chmod 600 \(path)")
        }
        return try PrivateKey(pem: bytes, passphrase: passphrase)
    }

    private static func read(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw StorageError(.absent, "\(path) cannot be read; run `drawbridge keys list` to see the keys that exist")
        }
        return Array(data)
    }
}
