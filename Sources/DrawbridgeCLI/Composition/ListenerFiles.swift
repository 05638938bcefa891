import Foundation
import Server

/// The two files with which the public listener speaks TLS.
struct ListenerFiles: Sendable {
    let chain: String
    let key: String

    /// Reads and tries them.
    /// - Throws: ``CommandFailure`` that names the file which cannot be used, and a key that others can read.
    func certificate() throws -> ListenerCertificate {
        let mode = try? FileManager.default.attributesOfItem(atPath: key)[.posixPermissions] as? Int
        if let mode, mode & 0o007 != 0 {
            throw CommandFailure(
                .unusable,
                "\(key) can be read by everybody; run: chmod 600 \(key)",
                "\(key) 可被任何人读取，请执行：chmod 600 \(key)"
            )
        }
        let bytes = (chain: try InputFile.read(chain), key: try InputFile.read(key))
        do {
            return try ListenerCertificate(chain: bytes.chain, key: bytes.key)
        } catch {
            throw CommandFailure(
                .unusable,
                "\(chain) and \(key) are not a certificate chain and its key, both PEM and not encrypted: \(error)",
                "\(chain) 与 \(key) 不是匹配的证书链与私钥（均须为未加密的 PEM）：\(error)"
            )
        }
    }
}
