import Foundation
import XMLSecurity

/// The passphrase of the private keys: from the environment, else from its file.
enum Passphrase {
    static let variable = "DRAWBRIDGE_KEYS_PASSPHRASE"

    static func load(_ configuration: Configuration) throws -> Secret {
        if let text = ProcessInfo.processInfo.environment[variable], !text.isEmpty { return Secret(text) }
        let path = configuration.passphraseFile
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(
                .unusable,
                "There is no passphrase: set \(variable), or write it into \(path) (mode 0600).",
                "没有私钥口令：请设置 \(variable)，或写入 \(path)（权限 0600）。"
            )
        }
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? 0
        guard mode & 0o077 == 0 else {
            throw CommandFailure(
                .unusable,
                "\(path) can be read by others; run: chmod 600 \(path)",
                "\(path) 可被他人读取，请执行：chmod 600 \(path)"
            )
        }
        let text = String(decoding: data, as: UTF8.self)
        return Secret(text.trimmingCharacters(in: .newlines))
    }
}
