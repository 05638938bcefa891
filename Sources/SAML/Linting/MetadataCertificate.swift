public import XMLSecurity

/// A `ds:X509Certificate` of metadata, whether it can be read or not.
public struct MetadataCertificate {
    /// The `KeyDescriptor` that it stands in.
    public let descriptor: XMLElement
    /// Its element.
    public let element: XMLElement
    /// The certificate, or why there is none.
    public let certificate: Result<Certificate, KeyError>

    init(descriptor: XMLElement, element: XMLElement) {
        self.descriptor = descriptor
        self.element = element
        let text = element.text
        certificate = Result { () throws(KeyError) in try Certificate(base64: text) }
    }

    /// Whether the lines of a PEM file were left in.
    public var hasArmour: Bool { element.text.contains("-----") }

    /// The certificate when it can be read.
    public var value: Certificate? { try? certificate.get() }

    /// Whether it may be used to sign; a key without `use` may.
    public var maySign: Bool { descriptor.attribute("use").map { $0 == "signing" } ?? true }

    /// Whether it may be used to encrypt; a key without `use` may.
    public var mayEncrypt: Bool { descriptor.attribute("use").map { $0 == "encryption" } ?? true }
}

@available(*, unavailable)
extension MetadataCertificate: Sendable {}
