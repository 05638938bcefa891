import Foundation
import HuaweiCloud
import IdentityProvider
import SAML
import Storage
import XMLSecurity
import Yams

/// The file of the test directory: a list `users`, readable by its owner alone.
struct TestUserFile {
    private struct Content: Codable {
        var users: [TestUserEntry]
    }

    /// The longest name; it is typed by hand.
    static let longestName = 64

    let path: String

    /// The users as they stand there; none while there is no file.
    func entries() throws -> [TestUserEntry] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        let bytes = try InputFile.read(path)
        try requireSecret()
        let text = String(decoding: bytes, as: UTF8.self)
        try requireKnownKeys(text)
        do {
            return try YAMLDecoder().decode(Content.self, from: text).users
        } catch {
            throw failure(
                "every user needs name, password, x_user_id and x_account_id.",
                "每个用户须有 name、password、x_user_id 和 x_account_id。"
            )
        }
    }

    /// The users, each judged.
    func users() throws -> [TestUser] {
        guard FileManager.default.fileExists(atPath: path) else {
            throw failure(
                "the file is not there; run: drawbridge test-users add",
                "文件不存在，请执行：drawbridge test-users add"
            )
        }
        let entries = try entries()
        guard entries.count <= TestDirectory.mostUsers else {
            let most = TestDirectory.mostUsers
            throw failure("more than \(most) users are no test.", "用户超过 \(most) 个，不再是测试。")
        }
        var names: Set<String> = []
        return try entries.map { entry in
            guard names.insert(entry.name).inserted else {
                throw failure("the name \(entry.name) stands there twice.", "用户名 \(entry.name) 重复。")
            }
            return try user(entry)
        }
    }

    /// Writes the users.
    func write(_ entries: [TestUserEntry]) throws {
        let text = try YAMLEncoder().encode(Content(users: entries))
        try Directory.make(URL(fileURLWithPath: path).deletingLastPathComponent().path)
        try AtomicFile.write(Array(text.utf8), to: path, mode: .secret, replacing: true)
    }

    private func user(_ entry: TestUserEntry) throws -> TestUser {
        guard IdentifierRule.holds(entry.name, longest: Self.longestName) else {
            throw failure(
                "a name has 1 to \(Self.longestName) visible characters: \(entry.name)",
                "用户名须为 1 到 \(Self.longestName) 个可见字符：\(entry.name)"
            )
        }
        for (key, value) in [("x_user_id", entry.xUserID), ("x_account_id", entry.xAccountID)]
        where !IdentifierRule.holds(value, longest: IdentifierRule.longestAccount) {
            throw failure(
                "\(entry.name): \(key) has 1 to 128 visible characters.",
                "\(entry.name)：\(key) 须为 1 到 128 个可见字符。"
            )
        }
        guard let password = PasswordHash(entry.password) else {
            throw failure(
                "\(entry.name): password is not a hash of scrypt with ln 14 to 17, r 8 to 16, p 1 to 4; run: drawbridge test-users add",
                "\(entry.name)：password 不是 scrypt 哈希（ln 14 到 17、r 8 到 16、p 1 到 4），请执行：drawbridge test-users add"
            )
        }
        return TestUser(
            name: entry.name,
            password: password,
            xUserID: entry.xUserID,
            xAccountID: entry.xAccountID,
            accountName: entry.accountName,
            email: entry.email,
            mobile: entry.mobile,
            firstLogin: entry.firstLogin
        )
    }

    private func requireSecret() throws {
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? 0
        guard mode & 0o077 == 0 else {
            throw CommandFailure(
                .unusable,
                "\(path) can be read by others; run: chmod 600 \(path)",
                "\(path) 可被他人读取，请执行：chmod 600 \(path)"
            )
        }
    }

    // A misspelt key would be a wish that nobody hears.
    private func requireKnownKeys(_ text: String) throws {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw failure("not YAML: \(error)", "不是合法的 YAML：\(error)")
        }
        let known = Set(TestUserEntry.CodingKeys.allCases.map(\.rawValue))
        for node in root?.mapping?["users"]?.sequence ?? [] {
            for key in node.mapping?.keys.compactMap(\.string) ?? [] where !known.contains(key) {
                throw failure("there is no key \(key).", "没有键 \(key)。")
            }
        }
    }

    private func failure(_ en: String, _ zh: String) -> CommandFailure {
        CommandFailure(.unusable, "\(path): \(en)", "\(path)：\(zh)")
    }
}
