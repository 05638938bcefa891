import Foundation
import SAML
import Server
import Storage
import XMLSecurity
import Yams

/// The portals on disk, one YAML file each, with the key's file beside it.
struct PortalDirectory {
    /// A portal as it stands in its file.
    struct Entry: Codable {
        var name: String
        var signInURL: String
        var algorithm: String
        /// Beside this file; the other way is ``keyURL``.
        var keyFile: String?
        /// The https address of a JWK Set.
        var keyURL: String?
        /// Whether that address may be one that is not public.
        var keyURLIsPrivate: Bool?
        var afterBindingURL: String?
        var webhookURL: String?
        var webhookSecretFile: String?
        var webhookPrivateNetwork: Bool?

        enum CodingKeys: String, CodingKey {
            case name
            case signInURL = "sign_in_url"
            case algorithm
            case keyFile = "key_file"
            case keyURL = "key_url"
            case keyURLIsPrivate = "key_private_network"
            case afterBindingURL = "after_binding_url"
            case webhookURL = "webhook_url"
            case webhookSecretFile = "webhook_secret_file"
            case webhookPrivateNetwork = "webhook_private_network"
        }
    }

    let path: String
    private let shelf: PortalKeyShelf

    init(path: String, shelf: PortalKeyShelf = PortalKeyShelf()) {
        self.path = path
        self.shelf = shelf
    }

    func entries() throws -> [Entry] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return try files.sorted().filter { $0.hasSuffix(".yaml") }.map { try entry(path + "/" + $0) }
    }

    func portals() async throws -> [Portal] {
        var portals: [Portal] = []
        for entry in try entries() { portals.append(try await portal(entry)) }
        return portals
    }

    func add(_ entry: Entry, key: [UInt8]?) async throws {
        guard !FileManager.default.fileExists(atPath: file(entry.name)) else {
            throw CommandFailure(
                .unusable,
                "There is a portal \(entry.name) already; remove it first.",
                "门户 \(entry.name) 已存在，请先移除。"
            )
        }
        try Directory.make(path)
        if let key, let file = entry.keyFile {
            let isSecret = entry.algorithm == TokenAlgorithm.hs256.rawValue
            try AtomicFile.write(key, to: path + "/" + file, mode: isSecret ? .secret : .everybody, replacing: true)
        }
        try PortalWebhookFile(directory: path, entry: entry).makeSecret()
        let yaml = try YAMLEncoder().encode(entry)
        try AtomicFile.write(Array(yaml.utf8), to: file(entry.name), mode: .everybody, replacing: false)
    }

    func remove(_ name: String) throws {
        let entry = try entries().first { $0.name == name }
        guard let entry else {
            throw CommandFailure(.unusable, "There is no portal \(name).", "没有名为 \(name) 的门户。")
        }
        try FileManager.default.removeItem(atPath: file(name))
        if let key = entry.keyFile { try? FileManager.default.removeItem(atPath: path + "/" + key) }
        try PortalWebhookFile(directory: path, entry: entry).remove()
    }

    /// Reads a portal's key, whose algorithm is the entry's.
    func portal(_ entry: Entry) async throws -> Portal {
        guard let algorithm = TokenAlgorithm(rawValue: entry.algorithm) else {
            let known = TokenAlgorithm.allCases.map(\.rawValue).joined(separator: ", ")
            throw CommandFailure(
                .unusable,
                "Portal \(entry.name): the algorithm is one of \(known).",
                "门户 \(entry.name)：算法须为 \(known) 之一。"
            )
        }
        return Portal(
            name: entry.name,
            signInURL: entry.signInURL,
            keys: try await keys(of: entry, algorithm),
            afterBindingURL: entry.afterBindingURL,
            webhook: try PortalWebhookFile(directory: path, entry: entry).webhook()
        )
    }

    private func keys(of entry: Entry, _ algorithm: TokenAlgorithm) async throws -> any PortalKeySource {
        if let url = entry.keyURL {
            let isPrivate = entry.keyURLIsPrivate ?? false
            let fetch = PortalKeyFetch(url: url, algorithm: algorithm, isPrivate: isPrivate)
            return shelf.keys(of: entry.name, fetch)
        }
        let text = String(decoding: try InputFile.read(path + "/" + (entry.keyFile ?? "")), as: UTF8.self)
        do {
            return FixedPortalKeys(try await PortalKey.read(text, algorithm: algorithm))
        } catch let error as PortalKeyError {
            throw CommandFailure(
                .unusable,
                "Portal \(entry.name): \(error).",
                "门户 \(entry.name)：密钥文件中没有适用于 \(entry.algorithm) 的 PEM 公钥，或密钥过短。"
            )
        }
    }

    private func file(_ name: String) -> String { path + "/" + name + ".yaml" }

    private func entry(_ path: String) throws -> Entry {
        let text = String(decoding: try InputFile.read(path), as: UTF8.self)
        do {
            return try YAMLDecoder().decode(Entry.self, from: text)
        } catch {
            throw CommandFailure(
                .unusable,
                "\(path) is not a portal: it needs name, sign_in_url, algorithm, and key_file or key_url.",
                "\(path) 不是门户文件：须有 name、sign_in_url、algorithm，以及 key_file 或 key_url。"
            )
        }
    }
}
