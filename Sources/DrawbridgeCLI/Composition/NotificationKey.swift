import Storage
import XMLSecurity

/// The key that encrypts kept notifications; made once, beside the private keys and never in the store.
enum NotificationKey {
    static func load(_ certificates: String) throws -> SealingKey {
        try Directory.make(certificates + "/private", isPrivate: true)
        let path = certificates + "/private/notifications.key"
        guard let secret = try SecretFile(path: path).load(), let key = SealingKey(secret) else {
            throw CommandFailure(
                .unusable,
                "\(path) is damaged; restore it from a backup, or remove it (kept notifications are then lost).",
                "\(path) 已损坏；请从备份恢复，或删除它（删除后已保留的通知将无法读取）。"
            )
        }
        return key
    }
}
