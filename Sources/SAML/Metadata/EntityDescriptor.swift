public import XMLSecurity

/// One entity with its roles (saml-metadata 2.3.2).
public struct EntityDescriptor: Hashable, Sendable {
    /// The entity id.
    public let entityID: String
    /// Until then the metadata holds.
    public let validUntil: Instant?
    /// The SP role.
    public let spSSODescriptor: SPSSODescriptor?
    /// The identity provider role.
    public let idpSSODescriptor: IDPSSODescriptor?
    /// Who runs it.
    public let organization: Organization?
    /// Whom to ask.
    public let contactPersons: [ContactPerson]

    /// Makes an entity.
    public init(
        entityID: String,
        validUntil: Instant? = nil,
        spSSODescriptor: SPSSODescriptor? = nil,
        idpSSODescriptor: IDPSSODescriptor? = nil,
        organization: Organization? = nil,
        contactPersons: [ContactPerson] = []
    ) {
        self.entityID = entityID
        self.validUntil = validUntil
        self.spSSODescriptor = spSSODescriptor
        self.idpSSODescriptor = idpSSODescriptor
        self.organization = organization
        self.contactPersons = contactPersons
    }

    private static let expectedEntityID = "an entityID of 1 to \(longestEntityID) octets"

    // saml-metadata 2.3.2, saml-core 8.3.6; white space around it would make two ids that look like one.
    private static func isEntityID(_ text: String) -> Bool {
        guard let first = text.first, let last = text.last else { return false }
        return text.utf8.count <= longestEntityID && !first.isWhitespace && !last.isWhitespace
    }

    /// The rules of reading, for what is about to be written.
    func requireWritable() throws(Refusal) {
        guard Self.isEntityID(entityID) else {
            throw Refusal(.metadataEntityID, expected: Self.expectedEntityID, found: entityID)
        }
        guard spSSODescriptor != nil || idpSSODescriptor != nil else {
            throw Refusal(.metadataNoRole, expected: "SPSSODescriptor or IDPSSODescriptor")
        }
        try idpSSODescriptor?.requireWritable()
        try spSSODescriptor?.requireWritable()
    }

    init(decoding element: XMLElement, _ policy: ValidationPolicy) throws(Refusal) {
        try element.requireAtMostOne(MD.spSSODescriptor, MD.idpSSODescriptor, MD.organization)
        entityID = element.attribute("entityID") ?? ""
        guard Self.isEntityID(entityID) else {
            throw Refusal(.metadataEntityID, at: element, expected: Self.expectedEntityID, found: entityID)
        }
        guard element.children.contains(where: { child in MD.roles.contains { child.is($0) } }) else {
            throw Refusal(.metadataNoRole, at: element, expected: "SPSSODescriptor or IDPSSODescriptor")
        }
        validUntil = try element.instant("validUntil")
        spSSODescriptor = try element.child(MD.spSSODescriptor).map { element throws(Refusal) in
            try SPSSODescriptor(decoding: element, policy)
        }
        idpSSODescriptor = try element.child(MD.idpSSODescriptor).map { element throws(Refusal) in
            try IDPSSODescriptor(decoding: element, policy)
        }
        organization = try element.child(MD.organization).map { element throws(Refusal) in
            try Organization(decoding: element)
        }
        contactPersons = try element.decodeChildren(MD.contactPerson) { element throws(Refusal) in
            try ContactPerson(decoding: element)
        }
    }
}
