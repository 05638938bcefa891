import Foundation
import HuaweiCloud
import SAML
import XMLSecurity
import Yams

/// Who calls the BSS: by AK and SK from the environment, else by what a file holds; never by an argument, which every
/// user of the machine can read.
struct BSSCredentialsFile {
    static let accessKeyVariable = "DRAWBRIDGE_BSS_AK"
    static let secretKeyVariable = "DRAWBRIDGE_BSS_SK"
    static let securityTokenVariable = "DRAWBRIDGE_BSS_SECURITY_TOKEN"

    private static let longest = 16 * 1024

    private struct Keys: Decodable {
        let accessKey: String
        let secretKey: String
        let securityToken: String?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case accessKey = "access_key"
            case secretKey = "secret_key"
            case securityToken = "security_token"
        }
    }

    private struct User: Decodable {
        let user: String
        let domain: String
        let password: String
        let iam: String?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case user
            case domain
            case password
            case iam = "iam_endpoint"
        }
    }

    /// The file that a command names; it wins over the environment.
    let chosen: String?
    /// `bss.credentials_file`; the environment wins over it.
    let configured: String?
    /// Where IAM is when the file does not say; `nil` where that is not documented.
    let iam: String?

    /// Whether there is anything to load.
    static func areKnown(
        configured: String?,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> Bool {
        configured != nil || keys(of: environment) != nil
    }

    func load(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> BSSAuthentication {
        if let chosen { return try read(chosen) }
        if let keys = Self.keys(of: environment) { return try Self.authentication(keys, from: Self.accessKeyVariable) }
        guard let configured else {
            throw CommandFailure(
                .unusable,
                "There are no keys for the BSS: set bss.credentials_file in the configuration, give --credentials-file, or set \(Self.accessKeyVariable) and \(Self.secretKeyVariable).",
                "没有 BSS 密钥：请在配置中设置 bss.credentials_file，用 --credentials-file 指定文件，或设置 \(Self.accessKeyVariable) 和 \(Self.secretKeyVariable)。"
            )
        }
        return try read(configured)
    }

    private static func keys(of environment: [String: String]) -> Keys? {
        func variable(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        guard let access = variable(accessKeyVariable), let secret = variable(secretKeyVariable) else { return nil }
        return Keys(accessKey: access, secretKey: secret, securityToken: variable(securityTokenVariable))
    }

    private func read(_ path: String) throws -> BSSAuthentication {
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
        if let keys: Keys = Self.entry(text, Keys.CodingKeys.self) { return try Self.authentication(keys, from: path) }
        if let user: User = Self.entry(text, User.CodingKeys.self) { return try authentication(user, from: path) }
        throw CommandFailure(
            .unusable,
            "\(path) must hold access_key and secret_key (and security_token for temporary ones), or user, domain and password (and iam_endpoint), as YAML or JSON.",
            "\(path) 须包含 access_key 和 secret_key（临时密钥另需 security_token），或 user、domain 和 password（可加 iam_endpoint），格式为 YAML 或 JSON。"
        )
    }

    // The parser's own words would quote the file.
    private static func entry<Entry: Decodable, Key: CaseIterable & RawRepresentable<String>>(
        _ text: String,
        _ keys: Key.Type
    ) -> Entry? {
        let known = Set(Key.allCases.map(\.rawValue))
        guard let names = (try? Yams.compose(yaml: text))?.mapping?.keys.map({ $0.string ?? "" }),
            Set(names).isSubset(of: known)
        else { return nil }
        return try? YAMLDecoder().decode(Entry.self, from: text)
    }

    private static func authentication(_ keys: Keys, from place: String) throws -> BSSAuthentication {
        guard let key = AccessKey(keys.accessKey), isSecret(keys.secretKey) else {
            throw CommandFailure(
                .unusable,
                "\(place): the AK is letters and digits, the SK has no spaces; copy both anew from credentials.csv.",
                "\(place)：AK 由字母和数字组成，SK 不含空格；请从 credentials.csv 重新复制。"
            )
        }
        let token = keys.securityToken.map { Secret($0) }
        return .keys(BSSCredentials(accessKey: key, secretKey: Secret(keys.secretKey), securityToken: token))
    }

    private static func isSecret(_ text: String) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCII && !$0.isWhitespace }
    }

    private func authentication(_ user: User, from place: String) throws -> BSSAuthentication {
        guard ![user.user, user.domain, user.password].contains("") else {
            throw CommandFailure(
                .unusable,
                "\(place): user, domain and password must not be empty.",
                "\(place)：user、domain 和 password 不能为空。"
            )
        }
        guard let iam = user.iam ?? iam else {
            throw CommandFailure(
                .unusable,
                "\(place): the address of this site's IAM is not documented; give it as iam_endpoint.",
                "\(place)：该站点的 IAM 地址没有公开文档，请用 iam_endpoint 指定。"
            )
        }
        return .password(
            IAMUser(name: user.user, domain: user.domain, password: Secret(user.password)),
            iam: iam
        )
    }
}
