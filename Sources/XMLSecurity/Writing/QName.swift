/// A name to be written: local part, namespace, and the prefix that this program always uses for it.
public struct QName: Sendable {
    let prefix: StaticString
    let local: StaticString
    let namespace: StaticString

    /// Makes a name from constants of a specification.
    public init(prefix: StaticString, local: StaticString, namespace: StaticString) {
        self.prefix = prefix
        self.local = local
        self.namespace = namespace
    }
}

extension QName {
    /// The same name as a reader compares it, with the prefix that this program writes.
    public init(_ prefix: StaticString, _ name: XMLName) {
        self.init(prefix: prefix, local: name.local, namespace: name.namespace)
    }
}
