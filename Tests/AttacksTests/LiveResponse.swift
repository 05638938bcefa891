import Attacks

/// A defence without which a response attack gets through, and what the reader then reads.
struct LiveResponse: Sendable, CustomStringConvertible {
    let id: String
    let skipped: Set<Defence>
    let choice: WeakServiceProvider.Choice
    let subject: String

    var description: String { id }

    static let forged = AttackMaterial.forgedSubject
    static let honest = AttackMaterial.honestSubject

    init(
        _ id: String,
        _ skipped: Set<Defence>,
        _ choice: WeakServiceProvider.Choice = .firstChild,
        reads subject: String = LiveResponse.forged
    ) {
        self.id = id
        self.skipped = skipped
        self.choice = choice
        self.subject = subject
    }

    private static func honest(_ defence: Defence, _ ids: String...) -> [LiveResponse] {
        ids.map { LiveResponse($0, [defence], reads: honest) }
    }

    /// Wrapping needs a reader that leaves out two rules: place and count are separate checks.
    static let wrapping: [LiveResponse] = [
        .init("xsw-1", [.scope, .oneAssertion]), .init("xsw-2", [.scope, .oneAssertion]),
        .init("xsw-3", [.scope, .oneAssertion]), .init("xsw-3-behind", [.scope, .oneAssertion], .lastChild),
        .init("xsw-4", [.scope, .oneAssertion]), .init("xsw-5", [.scope, .oneAssertion]),
        .init("xsw-6", [.scope, .oneAssertion]),
        .init("xsw-7", [.scope, .oneAssertion, .uniqueID], .firstAnywhere),
        .init("xsw-8", [.scope, .oneAssertion]), .init("advice", [.scope, .oneAssertion]),
        .init("signature-moved-up", [.scope, .oneAssertion]), .init("signature-moved-down", [.scope, .oneAssertion]),
        .init("duplicate-id-evil-first", [.scope, .oneAssertion, .uniqueID]),
        .init("duplicate-id-evil-last", [.scope, .oneAssertion, .uniqueID], .lastChild),
        .init("golden-metadata", [.scope]),
        .init("doctype-differential", [.doctype, .scope, .oneAssertion]),
        .init("xpath-exclusion", [.transforms, .oneAssertion]),
        .init("xpath-filter2-exclusion", [.transforms, .oneAssertion]),
    ]

    static let signatures: [LiveResponse] =
        [
            .init("second-signed-info", [.oneSignedInfo]), .init("signature-removed", [.presence]),
            .init("signature-empty", [.presence, .scope]),
            .init("signatures-of-nothing", [.oneSignature, .value, .plainURI, .digest, .scope]),
            .init("value-changed", [.value], reads: honest), .init("digest-changed", [.digest, .value], reads: honest),
            .init("content-changed", [.digest]), .init("own-certificate", [.pinnedKey]),
            .init("own-certificate-response", [.pinnedKey]), .init("own-key-value", [.pinnedKey]),
            .init("cloned-issuer-serial", [.value]), .init("retrieval-method", [.value]),
            .init("no-key-info", [.value]), .init("hmac-public-key", [.algorithms]),
            .init("hmac-truncated", [.algorithms]), .init("comment-in-digest", [.commentsInSignature]),
            .init("uri-file", [.plainURI, .scope]), .init("uri-http", [.plainURI, .scope]),
            .init("first-reference-only", [.oneReference, .everyReference, .scope]),
            .init("last-reference-only", [.oneReference, .eachReference, .scope]),
            .init("void-inside", [.canonicalForm]), .init("void-ancestor", [.canonicalForm]),
            .init("many-references", [.oneReference], reads: honest),
            .init("many-signatures", [.oneSignature], reads: honest),
            .init("uri-empty", [.plainURI, .scope], reads: honest),
            .init("uri-xpointer-root", [.plainURI, .scope], reads: honest),
            .init("xpath-injection", [.plainURI, .scope], reads: honest),
            .init("duplicate-id", [.uniqueID], reads: honest),
        ] + honest(.plainURI, "uri-missing", "uri-xpointer-id", "uri-element")
        + honest(.uniqueID, "qualified-id", "xml-id")
        + honest(.algorithms, "method-none", "rsa-sha1", "rsa-md5", "digest-md5")
        + honest(
            .transforms,
            "transform-xslt-recursion",
            "transform-xslt-document",
            "transform-base64",
            "transform-inclusive-c14n",
            "transform-here",
            "transform-many-transforms"
        )

    static let texts: [LiveResponse] =
        [
            .init("comment-in-name-id", [.wholeText]), .init("cdata-in-name-id", [.wholeText]),
            .init("instruction-in-name-id", [.instructions, .wholeText]),
            .init("foreign-assertion", [.namespaces, .scope, .oneAssertion]),
            .init("protocol-assertion", [.namespaces, .scope, .oneAssertion]),
        ]
        + honest(.doctype, "entity-in-id", "xxe-file", "xxe-http", "xxe-parameter", "external-dtd")
        + honest(
            .encoding,
            "utf-16",
            "utf-16-without-mark",
            "utf-7",
            "utf-16-declared",
            "ebcdic",
            "byte-order-mark"
        )

    static let claims: [LiveResponse] =
        honest(.request, "envelope-request", "unsolicited-confirmation")
        + honest(.recipient, "envelope-recipient", "recipient")
        + honest(.issuer, "envelope-issuer", "issuer")
        + honest(.destination, "envelope-destination", "destination")
        + honest(.status, "envelope-status", "failed")
        + honest(.audience, "audience", "audience-slash", "two-restrictions", "no-audience", "empty-audience")
        + honest(.condition, "unknown-condition")
        + honest(.subject, "other-confirmation", "confirmation-not-before")
        + honest(
            .time,
            "confirmation-over",
            "confirmation-long-over",
            "conditions-over",
            "conditions-early",
            "authenticated-in-future",
            "session-over",
            "no-end"
        )
        + honest(.schema, "local-time", "no-authn-context", "empty-attribute-name", "no-version", "no-status")
        + honest(.statement, "no-authn-statement") + honest(.audience, "no-conditions")
        + [
            .init("unsolicited", [.envelopeRequest, .request], reads: honest),
            .init("other-session", [.envelopeRequest, .request], reads: honest),
            .init("no-confirmation", [.subject, .recipient, .request], reads: honest),
            .init("no-confirmation-data", [.recipient, .request], reads: honest),
            .init("no-subject", [.schema, .subject, .recipient, .request], reads: ""),
            .init("no-name-id", [.schema], reads: ""), .init("empty-name-id", [.schema], reads: ""),
        ]

    static let all = wrapping + signatures + texts + claims
}
