import XMLSecurity

/// What the two single sign-on roles have in common (saml-metadata 2.4.2).
public struct RoleDescriptor: Hashable, Sendable {
    /// The keys.
    public let keyDescriptors: [KeyDescriptor]
    /// Where artifacts are resolved; read so that nothing is lost, never called.
    public let artifactResolutionServices: [Endpoint]
    /// Where logout messages go.
    public let singleLogoutServices: [Endpoint]
    /// Where changes of name identifiers go; read so that nothing is lost, never called.
    public let manageNameIDServices: [Endpoint]
    /// The name identifier formats, in order of preference.
    public let nameIDFormats: [String]

    /// Makes the common part.
    public init(
        keyDescriptors: [KeyDescriptor],
        artifactResolutionServices: [Endpoint] = [],
        singleLogoutServices: [Endpoint] = [],
        manageNameIDServices: [Endpoint] = [],
        nameIDFormats: [String] = [NameIDFormat.transient]
    ) {
        self.keyDescriptors = keyDescriptors
        self.artifactResolutionServices = artifactResolutionServices
        self.singleLogoutServices = singleLogoutServices
        self.manageNameIDServices = manageNameIDServices
        self.nameIDFormats = nameIDFormats
    }

    init(decoding element: XMLElement, _ policy: ValidationPolicy) throws(Refusal) {
        let protocols = try element.required("protocolSupportEnumeration")
        guard protocols.split(whereSeparator: \.isWhitespace).contains(Substring(SAMLP.uri)) else {
            throw Refusal(.metadataProtocol, at: element, expected: SAMLP.uri, found: protocols)
        }
        keyDescriptors = try element.decodeChildren(MD.keyDescriptor) { element throws(Refusal) in
            try KeyDescriptor(decoding: element, policy)
        }
        artifactResolutionServices = try element.decodeChildren(
            MD.artifactResolutionService
        ) { element throws(Refusal) in
            try Endpoint(decoding: element, indexed: true)
        }
        singleLogoutServices = try element.decodeChildren(MD.singleLogoutService) { element throws(Refusal) in
            try Endpoint(decoding: element)
        }
        manageNameIDServices = try element.decodeChildren(MD.manageNameIDService) { element throws(Refusal) in
            try Endpoint(decoding: element)
        }
        nameIDFormats = element.children(MD.nameIDFormat).map(\.trimmedText)
    }

    // saml-schema-metadata-2.0: KeyDescriptor, ArtifactResolutionService, SingleLogoutService, ManageNameIDService,
    // NameIDFormat, then what the role adds, in this order; importers refuse any other.
    func write(to writer: inout CanonicalWriter) {
        for key in keyDescriptors { key.write(to: &writer) }
        for service in artifactResolutionServices { service.write(MD.artifactResolutionService, to: &writer) }
        for service in singleLogoutServices { service.write(MD.singleLogoutService, to: &writer) }
        for service in manageNameIDServices { service.write(MD.manageNameIDService, to: &writer) }
        for format in nameIDFormats { writer.element(MD.written(MD.nameIDFormat), text: format) }
    }

    /// The rules of reading, for what is about to be written.
    func requireWritable() throws(Refusal) {
        for key in keyDescriptors { try key.requireWritable() }
        for service in artifactResolutionServices + singleLogoutServices + manageNameIDServices {
            try service.requireWritable()
        }
    }

    /// The certificates that may be used that way.
    func certificates(for use: KeyDescriptor.Use) -> [Certificate] {
        keyDescriptors.filter { $0.use == nil || $0.use == use }.flatMap(\.certificates)
    }
}

extension XMLElement {
    /// The children of a name, each decoded.
    func decodeChildren<Value>(
        _ name: XMLName,
        _ decode: (XMLElement) throws(Refusal) -> Value
    ) throws(Refusal) -> [Value] {
        var values: [Value] = []
        for child in children(name) { values.append(try decode(child)) }
        return values
    }

    /// The text without white space around it, as hand-edited metadata has it around URIs.
    var trimmedText: String {
        let text = text
        guard let start = text.firstIndex(where: { !$0.isWhitespace }),
            let end = text.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(text[start...end])
    }
}
