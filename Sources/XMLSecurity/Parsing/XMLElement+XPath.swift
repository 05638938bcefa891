import CXMLSecurity

extension XMLElement {
    /// The path from the root with the document's own prefixes, and a position where siblings share the name:
    /// `/samlp:Response/saml:Assertion[2]/saml:Subject`.
    public var xpath: String {
        var steps: [String] = []
        var element: XMLElement? = self
        while let current = element {
            steps.append(current.step)
            element = current.parent
        }
        return "/" + steps.reversed().joined(separator: "/")
    }

    private var step: String {
        let name = qualifiedName
        let alike = parent?.children.filter { $0.qualifiedName == name } ?? []
        guard alike.count > 1, let position = alike.firstIndex(where: { unsafe $0.node == node }) else { return name }
        return "\(name)[\(position + 1)]"
    }

    /// The name with the document's own prefix, for people.
    public var qualifiedName: String {
        guard let namespace = unsafe node.pointee.ns, let prefix = unsafe namespace.pointee.prefix else {
            return localName
        }
        return unsafe String(cString: prefix) + ":" + localName
    }
}
