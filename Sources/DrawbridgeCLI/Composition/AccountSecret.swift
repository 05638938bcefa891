import Storage
import XMLSecurity

/// The secret that hides account ids in the ledger; made once, beside the private keys.
enum AccountSecret {
    static func load(_ certificates: String) throws -> Secret {
        try Directory.make(certificates + "/private", isPrivate: true)
        let path = certificates + "/private/account-hash.secret"
        guard let secret = try SecretFile(path: path).load() else {
            throw CommandFailure(
                .unusable,
                "\(path) is damaged; restore it from a backup, or remove it (old ledger entries are then no longer found by account).",
                "\(path) 已损坏；请从备份恢复，或删除它（删除后将无法按账号查找旧记录）。"
            )
        }
        return secret
    }
}
