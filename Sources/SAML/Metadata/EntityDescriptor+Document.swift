public import XMLSecurity

extension EntityDescriptor {
    private static let declaration = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)

    /// The metadata document: the same octets for the same entity.
    /// - Returns: an XML declaration, the canonical document and a line end.
    /// - Throws: ``Refusal`` when reading it again would refuse it; ``XMLError`` when a value cannot stand in XML.
    public func document() throws -> [UInt8] {
        try requireWritable()
        var writer = CanonicalWriter()
        writer.element(MD.written(MD.entityDescriptor), attributes) { writeRoles(to: &$0) }
        return try Self.declaration + writer.finish() + [UInt8(ascii: "\n")]
    }

    /// The metadata document with an enveloped signature (saml-metadata 3).
    /// - Parameters:
    ///   - key: signs.
    ///   - id: the value of the attribute `ID`.
    /// - Returns: an XML declaration, the canonical document and a line end.
    /// - Throws: ``Refusal`` when reading it again would refuse it; ``KeyError`` when OpenSSL cannot sign; ``XMLError``
    ///   when a value cannot stand in XML.
    public func document(signedBy key: SigningKey, id: String) throws -> [UInt8] {
        try requireWritable()
        var writer = CanonicalWriter()
        let name = MD.written(MD.entityDescriptor)
        try writer.signedElement(name, attributes, id: id, key: key) { writeRoles(to: &$0) }
        return try Self.declaration + writer.finish() + [UInt8(ascii: "\n")]
    }

    private var attributes: [XMLAttribute] {
        var attributes = [XMLAttribute("entityID", entityID)]
        if let validUntil { attributes.append(XMLAttribute("validUntil", validUntil.xsDateTime)) }
        return attributes
    }

    private func writeRoles(to writer: inout CanonicalWriter) {
        idpSSODescriptor?.write(to: &writer)
        spSSODescriptor?.write(to: &writer)
        organization?.write(to: &writer)
        for person in contactPersons { person.write(to: &writer) }
    }
}
