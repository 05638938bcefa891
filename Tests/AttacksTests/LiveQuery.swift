import Attacks

/// A defence without which an attack by query gets through, and the answer address that is then used.
struct LiveQuery: Sendable, CustomStringConvertible {
    /// What a weak reader of queries leaves out.
    enum Defence: Hashable {
        /// Each name once; left out, the first one is used and the last one verified, or the other way round.
        case onceUsesFirst, onceUsesLast
        /// Names are literal; left out, they are decoded, trimmed and lower-cased.
        case literalNames
        /// No response beside the request.
        case alone
        /// What is verified is what came; left out, values are decoded and encoded again.
        case octets
        /// `RelayState` is signed.
        case relayState
        /// `SAMLRequest` is signed.
        case request
        /// Both or neither of SigAlg and Signature.
        case pair
        /// Signed at all.
        case presence
        /// The value must fit.
        case value
        /// Listed algorithms.
        case algorithms
        /// `SAMLEncoding` is judged.
        case encoding
        /// No XML signature in a redirect; left out, one anywhere in the message will do.
        case noEmbedded
        /// The key of the metadata.
        case pinnedKey
        /// The address is registered; left out, it only looks like a registered one.
        case service
        /// Octets behind the DEFLATE data.
        case trailing
        /// Size of the query, of the message and of RelayState.
        case size
        /// NUL in RelayState.
        case characters
        /// Destination, issuer and age.
        case destination, issuer, time
        /// Numbers in their type.
        case schema
    }

    let id: String
    let skipped: Set<Defence>
    let address: String

    var description: String { id }

    static let forged = AttackMaterial.forgedService
    static let honest = Stand.material.assertionConsumerService
    static let index = "index"

    init(_ id: String, _ skipped: Set<Defence>, answers address: String = LiveQuery.honest) {
        self.id = id
        self.skipped = skipped
        self.address = address
    }

    private static func forged(_ skipped: Set<Defence>, _ ids: String...) -> [LiveQuery] {
        ids.map { LiveQuery($0, skipped, answers: forged) }
    }

    private static func honest(_ skipped: Set<Defence>, _ ids: String...) -> [LiveQuery] {
        ids.map { LiveQuery($0, skipped) }
    }

    // The forged request names an address that no metadata has: with that rule alone all of these would be stopped.
    static let all: [LiveQuery] =
        forged([.onceUsesFirst, .service], "duplicate-before")
        + forged([.onceUsesLast, .service], "duplicate-behind")
        + honest([.alone], "request-and-response")
        + honest([.onceUsesLast], "duplicate-relay-state", "duplicate-algorithm")
        + honest([.onceUsesFirst, .relayState], "signature-in-relay-state")
        + forged(
            [.literalNames, .onceUsesFirst, .service],
            "encoded-name",
            "nul-name",
            "bracket-name",
            "plus-name",
            "lower-case-name",
            "space-behind-name",
            "tab-name"
        )
        + honest([.octets], "escapes-upper", "escape-undone", "escape-added")
        + honest([.relayState], "relay-state-changed", "presence-no-relay-state", "presence-empty-relay-state")
        + forged([.request, .service], "request-changed")
        + honest([.encoding], "other-encoding") + honest([.noEmbedded], "embedded-signature")
        + forged([.noEmbedded, .service], "embedded-wrapped")
        + honest([.pair, .algorithms], "presence-no-algorithm")
        + honest([.pair, .presence], "presence-no-signature", "presence-relay-and-signature")
        + honest([.pair, .algorithms, .relayState], "presence-relay-and-algorithm")
        + honest([.presence], "presence-neither", "presence-request-alone", "unsigned-without-use")
        + honest([.value], "presence-empty-signature")
        + honest([.algorithms], "redirect-sha1", "redirect-hmac")
        + forged([.value, .service], "own-key-query")
        + services
        + honest([.trailing], "deflate-trailing")
        + honest([.size], "deflate-bomb", "long-query", "relay-state-long")
        + honest([.characters], "relay-state-nul")
        + honest([.destination], "request-destination", "request-no-destination")
        + honest([.issuer], "request-issuer") + honest([.time], "request-stale", "request-future")
        + [
            LiveQuery("acs-index", [.service], answers: index),
            LiveQuery("acs-index-range", [.schema, .service], answers: index),
        ]

    /// Each of these addresses is one that some lenient comparison takes; ``LiveService`` says which.
    static let services: [LiveQuery] = LiveService.all.map { service in
        LiveQuery("acs-" + service.id, [.service], answers: service.address)
    }
}
