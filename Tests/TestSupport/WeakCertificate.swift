public import XMLSecurity

/// Certificates that we do not make ourselves, because nobody should: openssl makes them.
public enum WeakCertificate: Sendable {
    /// RSA 1024.
    public static let shortKey = made("rsa:1024", "-sha256")
    /// Signed with SHA-1.
    public static let sha1 = made("rsa:2048", "-sha1")

    private static func made(_ key: String, _ hash: String) -> Certificate {
        let arguments = [
            "req", "-x509", "-newkey", key, hash, "-nodes", "-keyout", "/dev/null", "-days", "3650", "-subj",
            "/CN=weak",
        ]
        do {
            return try Certificate(pem: CommandLineTool.run("openssl", arguments).output)
        } catch {
            fatalError("no test can run without openssl: \(error)")
        }
    }
}
