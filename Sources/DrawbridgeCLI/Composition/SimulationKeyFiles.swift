import Foundation
import JointDebug
import Server
import Storage
import XMLSecurity

/// The key of a simulated HUAWEI CLOUD in a directory: made once, used again by the next run.
struct SimulationKeyFiles {
    private static let name = "huawei-cloud"

    let directory: String
    let clock: Clock

    /// The key.
    /// - Throws: ``CommandFailure`` when the directory holds something else or cannot be written.
    func load() throws -> SigningKey {
        do {
            try Directory.make(directory, isPrivate: true)
            guard let secret = try SecretFile(path: directory + "/passphrase").load() else {
                throw CommandFailure(
                    .unusable,
                    "\(directory)/passphrase is not one of ours; remove the directory, and it is made anew.",
                    "\(directory)/passphrase 内容不正确；请删除该目录，系统会重新生成。"
                )
            }
            return try key(secret)
        } catch let error as KeyError {
            throw CommandFailure(
                .unusable,
                "The key in \(directory) cannot be read (\(error)); remove the directory, and it is made anew.",
                "无法读取 \(directory) 中的密钥（\(error)）；请删除该目录，系统会重新生成。"
            )
        }
    }

    private func key(_ secret: Secret) throws -> SigningKey {
        let keys = KeyDirectory(directory)
        if !keys.names().contains(Self.name) {
            let made = try SimulationKey.make(.bits4096, at: clock.now)
            try keys.write(made.privateKey, made.certificate, as: Self.name, passphrase: secret)
        }
        return try SigningKey(
            privateKey: keys.privateKey(Self.name, passphrase: secret),
            certificate: keys.certificate(Self.name)
        )
    }
}
