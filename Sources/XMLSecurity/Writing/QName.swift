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
