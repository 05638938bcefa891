/// An attribute to be written.
public struct XMLAttribute: Sendable {
    let name: QName
    let value: String

    /// Makes an attribute in no namespace.
    public init(_ local: StaticString, _ value: String) {
        self.name = QName(prefix: "", local: local, namespace: "")
        self.value = value
    }

    /// Makes an attribute in a namespace, such as `xml:lang`.
    public init(_ name: QName, _ value: String) {
        self.name = name
        self.value = value
    }
}
