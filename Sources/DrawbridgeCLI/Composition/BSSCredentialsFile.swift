import Foundation
import HuaweiCloud
import XMLSecurity
import Yams

/// AK and SK: from the environment, else from the file that the configuration names; never from an argument, which
/// every user of the machine can read.
struct BSSCredentialsFile {
    static let accessKeyVariable = "DRAWBRIDGE_BSS_AK"
    static let secretKeyVariable = "DRAWBRIDGE_BSS_SK"
    static let securityTokenVariable = "DRAWBRIDGE_BSS_SECURITY_TOKEN"

    private static let longest = 16 * 1024

    private struct Entry: Decodable {
        let accessKey: String
        let secretKey: String
        let securityToken: String?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case accessKey = "access_key"
            case secretKey = "secret_key"
            case securityToken = "security_token"
        }
    }

    /// `bss.credentials_file`; `nil` when it is not set.
    let path: String?

    func load(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> BSSCredentials {
        func variable(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        if let access = variable(Self.accessKeyVariable), let secret = variable(Self.secretKeyVariable) {
            let token = variable(Self.securityTokenVariable)
            return try Self.credentials(access, secret, token, from: Self.accessKeyVariable)
        }
        guard let path else {
            throw CommandFailure(
                .unusable,
                "There are no keys for the BSS: set bss.credentials_file in the configuration, or \(Self.accessKeyVariable) and \(Self.secretKeyVariable).",
                "没有 BSS 密钥：请在配置中设置 bss.credentials_file，或设置 \(Self.accessKeyVariable) 和 \(Self.secretKeyVariable)。"
            )
        }
        return try read(path)
    }

    private func read(_ path: String) throws -> BSSCredentials {
        let bytes = try InputFile.read(path, longest: Self.longest)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? 0o777
        guard mode & 0o077 == 0 else {
            throw CommandFailure(
                .unusable,
                "\(path) can be read by others; run: chmod 600 \(path)",
                "\(path) 可被他人读取，请执行：chmod 600 \(path)"
            )
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let known = Set(Entry.CodingKeys.allCases.map(\.rawValue))
        // The parser's own words would quote the file.
        guard let keys = (try? Yams.compose(yaml: text))?.mapping?.keys.map({ $0.string ?? "" }),
            Set(keys).isSubset(of: known), let entry = try? YAMLDecoder().decode(Entry.self, from: text)
        else {
            throw CommandFailure(
                .unusable,
                "\(path) must hold access_key and secret_key (and security_token for temporary ones), as YAML or JSON.",
                "\(path) 须包含 access_key 和 secret_key（临时密钥另需 security_token），格式为 YAML 或 JSON。"
            )
        }
        return try Self.credentials(entry.accessKey, entry.secretKey, entry.securityToken, from: path)
    }

    private static func credentials(
        _ access: String,
        _ secret: String,
        _ token: String?,
        from place: String
    ) throws -> BSSCredentials {
        guard let key = AccessKey(access), !secret.isEmpty, secret.allSatisfy({ $0.isASCII && !$0.isWhitespace }) else {
            throw CommandFailure(
                .unusable,
                "\(place): the AK is letters and digits, the SK has no spaces; copy both anew from credentials.csv.",
                "\(place)：AK 由字母和数字组成，SK 不含空格；请从 credentials.csv 重新复制。"
            )
        }
        return BSSCredentials(accessKey: key, secretKey: Secret(secret), securityToken: token.map { Secret($0) })
    }
}
