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
        guard let context = unsafe xmlNewParserCtxt() else { preconditionFailure("libxml2 is out of memory") }
        defer { unsafe xmlFreeParserCtxt(context) }
        // No NOENT, DTDLOAD, HUGE, RECOVER: attacks.md calls for each of them to stay off. BIG_LINES keeps line numbers
        // above 65,535 right.
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_BIG_LINES.rawValue
        let parsed = unsafe bytes[start...].withUnsafeBytes { buffer in
            unsafe xmlCtxtReadMemory(
                context,
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                Int32(buffer.count),
                nil,
                "UTF-8",
                Int32(options)
            )
        }
        guard let document = unsafe parsed else { throw unsafe Self.lastError(of: context) }
        let root = unsafe xmlDocGetRootElement(document)
        let isPlain = unsafe document.pointee.intSubset == nil && context.pointee.wellFormed == 1
        guard let root = unsafe root, isPlain, unsafe context.pointee.nsWellFormed == 1 else {
            let error = unsafe Self.lastError(of: context)
            unsafe xmlFreeDoc(document)
            throw error
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

    private static func lastError(of context: xmlParserCtxtPtr) -> XMLError {
        guard let error = unsafe xmlCtxtGetLastError(context) else {
            return XMLError(.malformed, "the document is not well-formed XML")
        }
        let text = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "not well-formed"
        let line = unsafe Int(error.pointee.line)
        let column = unsafe Int(error.pointee.int2)
        return XMLError(.malformed, text.split(separator: "\n").joined(separator: " "), line: line, column: column)
    }
}

@available(*, unavailable)
extension XMLDocument: Sendable {}
