import CXMLSecurity

/// Makes the attribute `ID` the only identifier of a document, each value once, before a reference is followed
/// (attacks.md C.0 step 5).
enum IDTable {
    static func build(_ document: XMLDocument) throws(SignatureFailure) {
        try register(document.root)
    }

    private static func register(_ element: XMLElement) throws(SignatureFailure) {
        var next = unsafe element.node.pointee.properties
        while let attribute = unsafe next {
            unsafe next = attribute.pointee.next
            guard unsafe xmlStrcasecmp(attribute.pointee.name, "ID") == 0 else { continue }
            // `xml:id` and `x:ID` are IDs to some readers and not to others.
            guard unsafe attribute.pointee.ns == nil else {
                let found = unsafe String(cString: attribute.pointee.name)
                throw SignatureFailure(
                    .identifier,
                    at: element,
                    expected: "ID in no namespace",
                    found: "a qualified \(found)"
                )
            }
            guard unsafe xmlStrEqual(attribute.pointee.name, "ID") == 1 else { continue }
            let value = unsafe XMLElement.value(of: attribute)
            guard NCName.holds(value), unsafe attribute.pointee.atype != XML_ATTRIBUTE_ID,
                unsafe xmlAddID(nil, element.owner.tree, value, attribute) != nil
            else {
                throw SignatureFailure(
                    .identifier,
                    at: element,
                    expected: "an ID that is an NCName and occurs once",
                    found: value
                )
            }
        }
        try element.forEachChild(register)
    }
}
