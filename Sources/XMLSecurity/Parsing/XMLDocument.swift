import CXMLSecurity

/// A parsed document and the only owner of its tree.
///
/// Not `Sendable`: libxml2 allows one document in one thread, and the compiler then holds that rule.
@safe public final class XMLDocument {
    let tree: xmlDocPtr
    private let rootNode: xmlNodePtr
    private var hasIDTable = false

    /// Parses octets that come from outside.
    /// - Parameters:
    ///   - bytes: the document, UTF-8.
    ///   - limits: how much is taken for this kind of document.
    /// - Throws: ``XMLError`` for anything besides well-formed XML 1.0 without DOCTYPE inside the limits.
    public init(parsing bytes: [UInt8], limits: ParserLimits) throws(XMLError) {
        XMLSecurityLibrary.start()
        let start = try ByteGate.check(bytes, limits: limits)
        let document = unsafe try ParserContext().parse(bytes[start...])
        guard let root = unsafe xmlDocGetRootElement(document) else {
            unsafe xmlFreeDoc(document)
            throw XMLError(.malformed, "the document has no element")
        }
        unsafe self.tree = document
        unsafe self.rootNode = root
    }

    deinit {
        unsafe xmlFreeDoc(tree)
    }

    /// The document's element.
    public var root: XMLElement {
        unsafe XMLElement(node: rootNode, owner: self)
    }

    // A document can hold two signatures to verify, of a Response and of its Assertion; its IDs are registered once.
    func buildIDTableOnce() throws(SignatureFailure) {
        guard !hasIDTable else { return }
        try IDTable.build(self)
        hasIDTable = true
    }
}

@available(*, unavailable)
extension XMLDocument: Sendable {}
