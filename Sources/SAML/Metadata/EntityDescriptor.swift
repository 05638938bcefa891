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

    init(decoding element: XMLElement) throws(Refusal) {
        try element.requireAtMostOne(MD.spSSODescriptor, MD.idpSSODescriptor, MD.organization)
        entityID = try element.required("entityID")
        guard entityID.utf8.count <= longestEntityID else {
            throw Refusal(
                .schemaValue,
                at: element,
                expected: "an entityID of at most \(longestEntityID) octets",
                found: entityID
            )
        }
        validUntil = try element.instant("validUntil")
        spSSODescriptor = try element.child(MD.spSSODescriptor).map { element throws(Refusal) in
            try SPSSODescriptor(decoding: element)
        }
        idpSSODescriptor = try element.child(MD.idpSSODescriptor).map { element throws(Refusal) in
            try IDPSSODescriptor(decoding: element)
        }
        organization = try element.child(MD.organization).map { element throws(Refusal) in
            try Organization(decoding: element)
        }
        contactPersons = try element.decodeChildren(MD.contactPerson) { element throws(Refusal) in
            try ContactPerson(decoding: element)
        }
    }
}
