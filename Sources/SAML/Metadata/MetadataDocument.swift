public import XMLSecurity

/// A metadata file as it was read: its entities, and what is known of its signature.
public struct MetadataDocument: Sendable {
    /// What is known of the signature on the document's root.
    public enum Signature: Hashable, Sendable {
        /// There is none.
        case none
        /// There is one; no certificate was given to check it with.
        case unchecked
        /// It verified with the certificate given.
        case verified(digest: DigestAlgorithm)
    }

    /// `EntitiesDescriptor` may stand inside another that deep; federations use two levels.
    private static let deepest = 8

    /// The entities in document order.
    public let entities: [EntityDescriptor]
    /// What is known of the signature.
    public let signature: Signature
    /// SHA-256 of the file.
    public let sha256: [UInt8]

    /// Reads a file.
    /// - Parameters:
    ///   - bytes: the file.
    ///   - certificate: who must have signed it; entities are then read from the signed octets only.
    ///   - now: the time, against `validUntil`.
    ///   - policy: `interop` takes short keys, for looking at messages of old peers by hand.
    ///   - limits: how much is taken; more of what was fetched from a source that was configured.
    /// - Throws: ``Refusal`` at the first thing that is not as saml-metadata 2 has it.
    public init(
        _ bytes: [UInt8],
        signedBy certificate: Certificate? = nil,
        at now: Instant,
        policy: ValidationPolicy = .strict,
        limits: ParserLimits = .metadata
    ) throws(Refusal) {
        let document = try Self.parse { () throws(XMLError) in try XMLDocument(parsing: bytes, limits: limits) }
        sha256 = Digest.sha256(bytes)
        let content: XMLDocument
        if let certificate {
            let signed = try MetadataSignature.verify(document.root, certificate)
            signature = .verified(digest: signed.digestAlgorithm)
            content = try Self.parse { () throws(XMLError) in try signed.document(limits: limits) }
        } else {
            signature = document.root.hasSignature ? .unchecked : .none
            content = document
        }
        entities = try Self.entities(in: content.root, depth: 1, at: now, policy)
        try Self.requireUnique(entities, content.root)
    }

    /// What was taken all the same, and the operator must know.
    public var warnings: [MetadataWarning] {
        switch signature {
        case .verified(digest: .sha1): [.sha1Digest]
        case .verified: []
        case .none: [.unsigned]
        case .unchecked: [.signatureUnchecked]
        }
    }

    private static func entities(
        in element: XMLElement,
        depth: Int,
        at now: Instant,
        _ policy: ValidationPolicy
    ) throws(Refusal) -> [EntityDescriptor] {
        try requireCurrent(element, at: now)
        if element.is(MD.entityDescriptor) {
            for role in element.children where MD.roles.contains(where: { role.is($0) }) {
                try requireCurrent(role, at: now)
            }
            return [try EntityDescriptor(decoding: element, policy)]
        }
        guard element.is(MD.entitiesDescriptor) else {
            let expected = "md:EntityDescriptor or md:EntitiesDescriptor"
            throw Refusal(.structureRoot, at: element, expected: expected, found: element.localName)
        }
        guard depth <= deepest else {
            throw Refusal(.limitStructure, at: element, expected: "at most \(deepest) nested md:EntitiesDescriptor")
        }
        var entities: [EntityDescriptor] = []
        for child in element.children where child.is(MD.entityDescriptor) || child.is(MD.entitiesDescriptor) {
            entities += try Self.entities(in: child, depth: depth + 1, at: now, policy)
        }
        return entities
    }

    private static func requireCurrent(_ element: XMLElement, at now: Instant) throws(Refusal) {
        guard let validUntil = try element.instant("validUntil"), now >= validUntil else { return }
        let expected = "validUntil after \(now.xsDateTime)"
        throw Refusal(.metadataExpired, at: element, expected: expected, found: validUntil.xsDateTime)
    }

    private static func requireUnique(_ entities: [EntityDescriptor], _ root: XMLElement) throws(Refusal) {
        var seen: Set<String> = []
        for entity in entities where !seen.insert(entity.entityID).inserted {
            throw Refusal(.metadataDuplicate, at: root, expected: "each entityID once", found: entity.entityID)
        }
        guard !entities.isEmpty else { throw Refusal(.schemaElement, at: root, expected: "md:EntityDescriptor") }
    }

    private static func parse(_ parse: () throws(XMLError) -> XMLDocument) throws(Refusal) -> XMLDocument {
        do {
            return try parse()
        } catch {
            throw Refusal(error)
        }
    }
}
