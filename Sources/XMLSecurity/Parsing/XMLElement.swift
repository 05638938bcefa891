import CXMLSecurity

/// An element of a document: a borrowed view that keeps the document alive.
@safe public struct XMLElement {
    let node: xmlNodePtr
    let owner: XMLDocument

    init(node: xmlNodePtr, owner: XMLDocument) {
        unsafe self.node = node
        self.owner = owner
    }

    /// Whether the element has that name.
    public func `is`(_ name: XMLName) -> Bool {
        unsafe Self.matches(node.pointee.name, node.pointee.ns, name)
    }

    /// The local part of the name.
    public var localName: String {
        unsafe String(cString: node.pointee.name)
    }

    /// The namespace URI, `nil` for none.
    public var namespace: String? {
        guard let namespace = unsafe node.pointee.ns, let uri = unsafe namespace.pointee.href else { return nil }
        return unsafe String(cString: uri)
    }

    /// The parent element, `nil` for the root.
    public var parent: XMLElement? {
        guard let parent = unsafe node.pointee.parent, unsafe parent.pointee.type == XML_ELEMENT_NODE else {
            return nil
        }
        return unsafe XMLElement(node: parent, owner: owner)
    }

    /// The line where the element's start tag ends, which libxml2 keeps.
    public var line: Int {
        unsafe xmlGetLineNo(node)
    }

    /// The child elements in document order.
    public var children: [XMLElement] {
        var elements: [XMLElement] = []
        forEachChild { elements.append($0) }
        return elements
    }

    /// Calls `body` with each child element in document order.
    public func forEachChild<Failure>(_ body: (XMLElement) throws(Failure) -> Void) throws(Failure) {
        var next = unsafe node.pointee.children
        while let child = unsafe next {
            if unsafe child.pointee.type == XML_ELEMENT_NODE {
                try body(unsafe XMLElement(node: child, owner: owner))
            }
            unsafe next = child.pointee.next
        }
    }

    /// The elements inside, at any depth, of one of two names, in document order.
    public func descendants(_ name: XMLName, or other: XMLName) -> [XMLElement] {
        var found: [XMLElement] = []
        collect(name, other, into: &found)
        return found
    }

    private func collect(_ name: XMLName, _ other: XMLName, into found: inout [XMLElement]) {
        forEachChild { child in
            if child.is(name) || child.is(other) { found.append(child) }
            child.collect(name, other, into: &found)
        }
    }

    /// The child elements of that name in document order.
    public func children(_ name: XMLName) -> [XMLElement] {
        children.filter { $0.is(name) }
    }

    /// The first child element of that name.
    public func child(_ name: XMLName) -> XMLElement? {
        var next = unsafe node.pointee.children
        while let child = unsafe next {
            if unsafe child.pointee.type == XML_ELEMENT_NODE,
                case let element = unsafe XMLElement(node: child, owner: owner),
                element.is(name)
            {
                return element
            }
            unsafe next = child.pointee.next
        }
        return nil
    }

    /// All text and CDATA of the element itself, whole: a comment in between neither cuts nor adds (attacks.md C.2 18).
    public var text: String {
        var text = ""
        var next = unsafe node.pointee.children
        while let child = unsafe next {
            let type = unsafe child.pointee.type
            if type == XML_TEXT_NODE || type == XML_CDATA_SECTION_NODE, let content = unsafe child.pointee.content {
                text += unsafe String(cString: content)
            }
            unsafe next = child.pointee.next
        }
        return text
    }

    /// The text of the element and of all elements in it, in document order.
    public var wholeText: String {
        guard !children.isEmpty else { return text }
        var whole = ""
        appendText(to: &whole)
        return whole
    }

    private func appendText(to whole: inout String) {
        var next = unsafe node.pointee.children
        while let child = unsafe next {
            switch unsafe child.pointee.type {
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                if let content = unsafe child.pointee.content { whole += unsafe String(cString: content) }
            case XML_ELEMENT_NODE: unsafe XMLElement(node: child, owner: owner).appendText(to: &whole)
            default: break
            }
            unsafe next = child.pointee.next
        }
    }

    /// The value of an attribute that is in no namespace, as almost all of SAML's are.
    public func attribute(_ local: StaticString) -> String? {
        unsafe attributeValue { unsafe $0.pointee.ns == nil && Self.equal($0.pointee.name, local) }
    }

    /// The value of an attribute in a namespace, such as `xsi:nil`.
    public func attribute(_ name: XMLName) -> String? {
        unsafe attributeValue { unsafe Self.matches($0.pointee.name, $0.pointee.ns, name) }
    }

    /// All attributes with the document's own prefixes, for people; namespace declarations are none.
    public var attributes: [(name: String, value: String)] {
        var attributes: [(name: String, value: String)] = []
        var next = unsafe node.pointee.properties
        while let attribute = unsafe next {
            let local = unsafe String(cString: attribute.pointee.name)
            let prefix = unsafe attribute.pointee.ns.flatMap { unsafe $0.pointee.prefix }
            let name = unsafe prefix.map { unsafe String(cString: $0) + ":" + local } ?? local
            attributes.append((name, unsafe Self.value(of: attribute)))
            unsafe next = attribute.pointee.next
        }
        return attributes
    }

    /// The namespace declarations in force at the element, by prefix; the default one has an empty prefix.
    var namespacesInForce: [String: String] {
        var declarations = parent?.namespacesInForce ?? [:]
        var next = unsafe node.pointee.nsDef
        while let declaration = unsafe next {
            let prefix = unsafe declaration.pointee.prefix.map { unsafe String(cString: $0) } ?? ""
            let uri = unsafe declaration.pointee.href.map { unsafe String(cString: $0) } ?? ""
            declarations[prefix] = prefix.isEmpty && uri.isEmpty ? nil : uri
            unsafe next = declaration.pointee.next
        }
        return declarations
    }

    private func attributeValue(where matches: (xmlAttrPtr) -> Bool) -> String? {
        var next = unsafe node.pointee.properties
        while let attribute = unsafe next {
            if unsafe matches(attribute) { return unsafe Self.value(of: attribute) }
            unsafe next = attribute.pointee.next
        }
        return nil
    }

    // Without a DTD and entities an attribute has one text child, or none when it is empty.
    static func value(of attribute: xmlAttrPtr) -> String {
        guard let text = unsafe attribute.pointee.children, let content = unsafe text.pointee.content else { return "" }
        return unsafe String(cString: content)
    }

    private static func matches(_ local: UnsafePointer<xmlChar>?, _ namespace: xmlNsPtr?, _ name: XMLName) -> Bool {
        guard unsafe equal(local, name.local), let namespace = unsafe namespace else { return false }
        return unsafe equal(namespace.pointee.href, name.namespace)
    }

    private static func equal(_ text: UnsafePointer<xmlChar>?, _ constant: StaticString) -> Bool {
        unsafe xmlStrEqual(text, constant.utf8Start) == 1
    }
}

@available(*, unavailable)
extension XMLElement: Sendable {}
