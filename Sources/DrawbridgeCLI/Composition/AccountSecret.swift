import Foundation
import Storage
import XMLSecurity

/// The secret that hides account ids in the ledger; made once, beside the private keys.
enum AccountSecret {
    private static let octets = 32

    static func load(_ certificates: String) throws -> Secret {
        let path = certificates + "/private/account-hash.secret"
        if let data = FileManager.default.contents(atPath: path) {
            guard let secret = Base64.decode(Array(data), allowingLineBreaks: true), secret.count == octets else {
                throw CommandFailure(
                    .unusable,
                    "\(path) is damaged; restore it from a backup, or remove it (old ledger entries are then no longer found by account).",
                    "\(path) 已损坏；请从备份恢复，或删除它（删除后将无法按账号查找旧记录）。"
                )
            }
            return Secret(secret)
        }
        let secret = Randomness.openSSL.bytes(octets)
        let text = Base64.encode(secret) + "\n"
        try AtomicFile.write(Array(text.utf8), to: path, mode: AtomicFile.secretMode, replacing: false)
        return Secret(secret)
    }
}
