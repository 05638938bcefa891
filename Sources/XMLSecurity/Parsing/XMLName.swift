/// An element or attribute name: namespace and local part, compared as the specification writes them.
///
/// The prefix of a document is never looked at.
public struct XMLName: Sendable {
    /// The namespace URI.
    public let namespace: StaticString
    /// The local part.
    public let local: StaticString

    /// Makes a name from constants of a specification.
    public init(_ namespace: StaticString, _ local: StaticString) {
        self.namespace = namespace
        self.local = local
    }
}
