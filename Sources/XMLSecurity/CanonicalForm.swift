import CXMLSecurity

/// Exclusive XML Canonicalization 1.0 of parsed documents, by libxml2.
public enum CanonicalForm: Sendable {
    /// The exclusive canonical form of an element without comments.
    /// - Parameters:
    ///   - element: the apex of the subtree.
    ///   - inclusivePrefixes: the `PrefixList` of `InclusiveNamespaces`, `#default` among them.
    /// - Returns: the octets.
    /// - Throws: ``XMLError`` with code `canonicalisation`; libxml2 leaves partial output behind on a relative namespace
    ///   URI, so anything but success is refused.
    public static func exclusive(_ element: XMLElement, inclusivePrefixes: [String] = []) throws(XMLError) -> [UInt8] {
        guard let buffer = unsafe xmlAllocOutputBuffer(nil) else { preconditionFailure("libxml2 is out of memory") }
        defer { unsafe xmlOutputBufferClose(buffer) }
        var names: [UnsafeMutablePointer<xmlChar>?] = unsafe inclusivePrefixes.map {
            unsafe xmlStrdup(Array($0.utf8) + [0])
        }
        unsafe names.append(nil)
        defer { for index in unsafe names.indices { unsafe drawbridge_xmlFree(names[index]) } }
        let apex = unsafe element.node
        let written = unsafe xmlC14NExecute(
            element.owner.tree,
            { user, node, parent in
                unsafe CanonicalForm.isInside(user, node, parent)
            },
            apex,
            Int32(XML_C14N_EXCLUSIVE_1_0.rawValue),
            &names,
            0,
            buffer
        )
        guard written >= 0, unsafe buffer.pointee.error == 0 else {
            throw XMLError(.canonicalisation, "libxml2 refuses to canonicalise \(element.xpath)", line: element.line)
        }
        let content = unsafe UnsafeBufferPointer(
            start: xmlOutputBufferGetContent(buffer),
            count: Int(xmlOutputBufferGetSize(buffer))
        )
        return unsafe Array(content)
    }

    // libxml2 asks this for every node; namespace and attribute nodes come with their element as parent.
    private static func isInside(_ user: UnsafeMutableRawPointer?, _ node: xmlNodePtr?, _ parent: xmlNodePtr?) -> Int32
    {
        let isAttached = unsafe node?.pointee.type == XML_NAMESPACE_DECL || node?.pointee.type == XML_ATTRIBUTE_NODE
        var next = isAttached ? unsafe parent : unsafe node
        while let current = unsafe next {
            if unsafe UnsafeMutableRawPointer(current) == user { return 1 }
            unsafe next = current.pointee.parent
        }
        return 0
    }
}
