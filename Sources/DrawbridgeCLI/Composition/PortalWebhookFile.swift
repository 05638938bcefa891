import Foundation
import SAML
import Server
import XMLSecurity

/// The webhook of a portal as its file names it, with the secret's file beside it.
struct PortalWebhookFile {
    let directory: String
    let entry: PortalDirectory.Entry

    private var path: String { directory + "/" + (entry.webhookSecretFile ?? entry.name + ".webhook.secret") }

    /// The webhook; `nil` when the portal has none.
    func webhook() throws -> PortalWebhook? {
        if let url = entry.afterBindingURL, let fault = Location.fault(of: url) {
            throw CommandFailure(
                .unusable,
                "Portal \(entry.name): after_binding_url must be \(fault).",
                "门户 \(entry.name)：after_binding_url 须为 https 地址（本机可用 http）。"
            )
        }
        guard let url = entry.webhookURL else { return nil }
        guard url.hasPrefix("https://"), Location.fault(of: url) == nil else {
            throw CommandFailure(
                .unusable,
                "Portal \(entry.name): webhook_url must be an https address.",
                "门户 \(entry.name)：webhook_url 须为 https 地址。"
            )
        }
        // Made by `portals add`, never here: a secret that the portal does not know would sign in vain.
        guard FileManager.default.fileExists(atPath: path), let secret = try SecretFile(path: path).load() else {
            throw CommandFailure(
                .unusable,
                "Portal \(entry.name): \(path) must hold 32 random octets in Base64; make it with: openssl rand -base64 32",
                "门户 \(entry.name)：\(path) 须为 32 个随机字节的 Base64；可执行 openssl rand -base64 32 生成。"
            )
        }
        return PortalWebhook(
            url: url,
            secret: secret,
            allowsPrivateAddress: entry.webhookPrivateNetwork ?? false
        )
    }

    /// Makes the secret of a portal that has a webhook.
    func makeSecret() throws {
        guard entry.webhookURL != nil else { return }
        _ = try SecretFile(path: path).load()
    }

    /// Removes the secret.
    func remove() throws {
        try? FileManager.default.removeItem(atPath: path)
    }
}
