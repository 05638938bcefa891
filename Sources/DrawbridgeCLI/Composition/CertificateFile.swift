import XMLSecurity

/// Reads a certificate from a PEM file, and names the file when it is none.
enum CertificateFile {
    static func read(_ path: String) throws -> Certificate {
        let bytes = try InputFile.read(path)
        do {
            return try Certificate(pem: bytes)
        } catch {
            throw CommandFailure(
                .unusable,
                "\(path) is not a certificate in PEM: \(error.reason).",
                "\(path) 不是 PEM 证书：\(error.reason)。"
            )
        }
    }
}
