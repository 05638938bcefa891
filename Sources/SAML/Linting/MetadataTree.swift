public import XMLSecurity

/// A metadata file as a tree in which everything may be missing or wrong: what a linter looks at.
public struct MetadataTree {
    /// The document's element, whatever it is.
    public let root: XMLElement
    /// Every `EntityDescriptor`, at any depth.
    public let entities: [XMLElement]

    /// The XPath of an element costs the number of its siblings, so findings at each of many cost its square; a federation's
    /// file within ``ParserLimits/metadata`` has some hundred entities.
    public static let mostChildren = 1000

    /// An element with more children than ``mostChildren``; such a file is judged no further.
    public var crowded: XMLElement? { all.first { $0.children.count > Self.mostChildren } }

    /// Parses a file; nothing but XML is asked for.
    /// - Throws: ``XMLError`` when there is no tree to look at.
    public init(parsing bytes: [UInt8]) throws(XMLError) {
        root = try XMLDocument(parsing: bytes, limits: .metadata).root
        entities = Self.entities(in: root)
    }

    /// The identity provider roles.
    public var identityProviders: [XMLElement] { entities.flatMap { $0.children(MD.idpSSODescriptor) } }

    /// The SP roles.
    public var serviceProviders: [XMLElement] { entities.flatMap { $0.children(MD.spSSODescriptor) } }

    /// The roles of single sign-on, in document order.
    public var roles: [XMLElement] {
        entities.flatMap { $0.children.filter { $0.is(MD.idpSSODescriptor) || $0.is(MD.spSSODescriptor) } }
    }

    /// Whether the root has a signature.
    public var isSigned: Bool { root.hasSignature }

    /// Every element, in document order.
    var all: [XMLElement] { Self.elements(below: root) }

    /// The certificates of a role's keys.
    public static func certificates(of role: XMLElement) -> [MetadataCertificate] {
        role.children(MD.keyDescriptor).flatMap { descriptor in
            descriptor.children(DSName.keyInfo).flatMap { $0.children(DSName.x509Data) }
                .flatMap { $0.children(DSName.x509Certificate) }
                .map { MetadataCertificate(descriptor: descriptor, element: $0) }
        }
    }

    /// The children of a role with that local name in the metadata namespace, such as `SingleSignOnService`.
    public static func children(_ local: String, of element: XMLElement) -> [XMLElement] {
        element.children.filter { $0.localName == local && $0.namespace == "\(MD.namespace)" }
    }

    /// Where the children of an identity provider's role are not in the schema's order, as findings of a rule.
    public static func orderFaults(ofIdentityProvider role: XMLElement, rule: LintRule) -> [LintFinding] {
        SchemaSequence.identityProvider.findings(in: role, order: rule).filter { $0.rule == rule }
    }

    /// Whether it is one entity, not a list of entities or something else.
    public var isOneEntity: Bool { root.is(MD.entityDescriptor) }

    // The depth is limited by the parser.
    private static func entities(in element: XMLElement) -> [XMLElement] {
        if element.is(MD.entityDescriptor) { return [element] }
        guard element.is(MD.entitiesDescriptor) else { return [] }
        return element.children.flatMap(entities(in:))
    }

    private static func elements(below element: XMLElement) -> [XMLElement] {
        var found: [XMLElement] = []
        var open = [element]
        while let next = open.popLast() {
            found.append(next)
            open += next.children.reversed()
        }
        return found
    }
}

@available(*, unavailable)
extension MetadataTree: Sendable {}
