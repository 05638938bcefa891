import Foundation
import JointDebug
import SAML
import Server
import XMLSecurity

/// The metadata of the identity provider that is played against, from wherever `--against` says.
struct ForeignMetadata {
    let document: [UInt8]
    let descriptor: EntityDescriptor
    /// Where it is served; `nil` for a file.
    let url: String?

    init(_ place: String, trust: ServerTrust) async throws {
        if place.hasPrefix("http://") || place.hasPrefix("https://") {
            let base = place.hasSuffix("/") ? String(place.dropLast()) : place
            for url in [place, base + "/saml/metadata"] {
                guard let bytes = try await Self.fetch(url, trust), let found = Self.identityProvider(bytes) else {
                    continue
                }
                self.init(document: bytes, descriptor: found, url: url)
                return
            }
            throw CommandFailure(
                .unusable,
                "Neither \(place) nor \(base)/saml/metadata answers with an identity provider's metadata.",
                "\(place) 与 \(base)/saml/metadata 均未返回身份提供商元数据。"
            )
        }
        let bytes = try InputFile.read(place)
        guard let found = Self.identityProvider(bytes) else {
            throw CommandFailure(
                .unusable,
                "\(place) holds no identity provider; see: drawbridge metadata lint \(place)",
                "\(place) 中没有身份提供商，请查看：drawbridge metadata lint \(place)"
            )
        }
        self.init(document: bytes, descriptor: found, url: nil)
    }

    private init(document: [UInt8], descriptor: EntityDescriptor, url: String?) {
        self.document = document
        self.descriptor = descriptor
        self.url = url
    }

    /// The base address, when the addresses are those of a Drawbridge.
    var drawbridge: String? {
        let services = descriptor.idpSSODescriptor?.singleSignOnServices ?? []
        guard let location = services.first?.location, location.hasSuffix("/saml/sso") else { return nil }
        let base = String(location.dropLast("/saml/sso".count))
        return url.map { $0 == base + "/saml/metadata" } ?? true ? base : nil
    }

    private static func fetch(_ url: String, _ trust: ServerTrust) async throws -> [UInt8]? {
        var browser = Browser(language: Speech.language, trust: trust)
        do {
            let answer = try await browser.open(url)
            return answer.status == 200 ? answer.body : nil
        } catch let error as BrowserError {
            throw CommandFailure(.unusable, "\(url): \(error.description).", "\(url)：\(error.description)。")
        }
    }

    private static func identityProvider(_ bytes: [UInt8]) -> EntityDescriptor? {
        let entities = (try? MetadataDocument(bytes, at: Clock.system.now))?.entities ?? []
        return entities.first { $0.idpSSODescriptor != nil }
    }
}
