import HuaweiCloud
import SAML

/// An SP as the whitelist knows it: more than its name, so that changed metadata does not slip in under it.
public struct WhitelistedProvider: Hashable, Sendable, Codable {
    /// Which accounts may cross to it.
    public enum Accounts: String, CaseIterable, Sendable, Codable {
        /// Those with an entry of their own.
        case listed
        /// Everybody whom a portal hands over.
        case all
    }

    /// Longer entity ids are refused (saml-core 8.3.6).
    public static let longestEntityID = 1024

    /// The entity id, compared octet by octet.
    public let entityID: String
    /// Where Responses may go, in order; without any, wherever its metadata says.
    public let assertionConsumerServices: [String]
    /// SHA-256 of its signing certificates in hexadecimal, in order.
    public let certificates: [String]
    /// The HUAWEI CLOUD site, when it is one.
    public let site: String?
    /// The platform id that this entry was made for.
    public let platformID: String?
    /// Which accounts may cross.
    public let accounts: Accounts

    /// Describes an SP.
    /// - Parameters:
    ///   - entityID: the entity id.
    ///   - assertionConsumerServices: where Responses may go.
    ///   - certificates: SHA-256 of its signing certificates in hexadecimal.
    ///   - site: the site.
    ///   - platformID: the platform id.
    ///   - accounts: which accounts may cross.
    /// - Throws: ``WhitelistRefusal`` with the rule that it breaks.
    public init(
        _ entityID: String,
        assertionConsumerServices: [String] = [],
        certificates: [String] = [],
        site: String? = nil,
        platformID: String? = nil,
        accounts: Accounts = .listed
    ) throws(WhitelistRefusal) {
        let isPlain = entityID.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        guard isPlain, (1...Self.longestEntityID).contains(entityID.utf8.count) else {
            throw WhitelistRefusal(.entityID, entityID)
        }
        for location in assertionConsumerServices where Location.fault(of: location) != nil {
            throw WhitelistRefusal(.assertionConsumerService, location)
        }
        for digest in certificates where !Self.isDigest(digest) { throw WhitelistRefusal(.certificate, digest) }
        if let platformID, PlatformID(platformID) == nil { throw WhitelistRefusal(.platformID, platformID) }
        if let site, !Self.isName(site) { throw WhitelistRefusal(.site, site) }
        self.entityID = entityID
        self.assertionConsumerServices = Set(assertionConsumerServices).sorted()
        self.certificates = Set(certificates.map { $0.lowercased() }).sorted()
        self.site = site
        self.platformID = platformID
        self.accounts = accounts
    }

    private static func isDigest(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    }

    private static func isName(_ text: String) -> Bool {
        ["china", "international", "europe", "simulation"].contains(text)
    }
}
