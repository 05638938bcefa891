import Foundation
public import IdentityProvider
public import SAML
public import XMLSecurity

/// A hand-off token: bytes verified first, claims decoded afterwards.
public struct HandOffToken: Sendable {
    /// The longest token taken; RS256 with every claim has about 1.5 KB.
    public static let longest = 8 * 1024

    /// The claims, verified in signature and in nothing else.
    public let claims: HandOffClaims
    /// The portal whose key verified.
    public let portal: Portal

    private struct Header: Decodable {
        let alg: String
        let kid: String?
        let crit: [String]?
    }

    /// Verifies a token.
    /// - Parameters:
    ///   - text: the token.
    ///   - portals: the portals known.
    ///   - now: the time.
    /// - Throws: ``Refusal`` of class token.
    public init(_ text: String, from portals: [Portal], at now: Instant) async throws(Refusal) {
        guard text.utf8.count <= Self.longest else {
            throw Refusal(.tokenMalformed, expected: "at most \(Self.longest) octets", found: "\(text.utf8.count)")
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let headerBytes = Base64.decodeURL(parts[0].utf8),
            let payload = Base64.decodeURL(parts[1].utf8), let signature = Base64.decodeURL(parts[2].utf8),
            let header = try? JSONDecoder().decode(Header.self, from: Data(headerBytes))
        else { throw Refusal(.tokenMalformed, expected: "header.payload.signature") }
        guard header.crit == nil else { throw Refusal(.tokenCritical, xpath: "crit") }
        let signed = Array((parts[0] + "." + parts[1]).utf8)
        let named = await Self.keys(header, portals, at: now)
        portal = try Self.portal(header, named, signature: signature, signed: signed)
        do {
            claims = try JSONDecoder().decode(HandOffClaims.self, from: Data(payload))
        } catch {
            throw Refusal(.tokenClaimInvalid, expected: "claims of the types that the documentation names")
        }
    }

    private typealias NamedKey = (portal: Portal, key: PortalKey)

    // The key is found by `kid` where the header has one. One that nobody has may be new: then it is looked for again.
    private static func keys(_ header: Header, _ portals: [Portal], at now: Instant) async -> [NamedKey] {
        func named(_ keys: [PortalKey], _ portal: Portal) -> [NamedKey] {
            keys.filter { header.kid == nil || $0.id == nil || $0.id == header.kid }.map { (portal, $0) }
        }
        var all: [NamedKey] = []
        for portal in portals { all += named(await portal.keys.keys(at: now), portal) }
        guard all.isEmpty else { return all }
        for portal in portals { all += named(await portal.keys.keysLookedUpAgain(at: now), portal) }
        return all
    }

    // The key's algorithm is configured, and the header can only agree.
    private static func portal(
        _ header: Header,
        _ named: [NamedKey],
        signature: [UInt8],
        signed: [UInt8]
    ) throws(Refusal) -> Portal {
        guard !named.isEmpty else { throw Refusal(.tokenUnknownKey, xpath: "kid", found: header.kid) }
        let fitting = named.filter { $0.key.algorithm.rawValue == header.alg }
        guard !fitting.isEmpty else {
            let expected = Set(named.map(\.key.algorithm.rawValue)).sorted().joined(separator: " or ")
            throw Refusal(.tokenAlgorithm, xpath: "alg", expected: expected, found: header.alg)
        }
        guard let match = fitting.first(where: { $0.key.verifies(signature, of: signed) }) else {
            throw Refusal(.tokenSignature)
        }
        return match.portal
    }
}
