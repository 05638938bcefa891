/// An element that was encrypted: not proved by anybody, in a document of its own.
public struct DecryptedElement {
    /// The element, inside a root that declares the namespaces in force where it stood.
    public let element: XMLElement
    /// How the content was encrypted.
    public let content: ContentEncryption
    /// How its key came.
    public let transport: KeyTransport
}

@available(*, unavailable)
extension DecryptedElement: Sendable {}
