import CXMLSecurity

/// One run of libxml2's parser over octets that passed the byte gate.
@safe
struct ParserContext: ~Copyable {
    private let pointer: xmlParserCtxtPtr

    // NOENT, DTDLOAD, HUGE and RECOVER stay off (attacks.md C.0 step 3). BIG_LINES keeps line numbers above 65,535 right.
    private static let options =
        XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        | XML_PARSE_BIG_LINES.rawValue

    init() {
        guard let context = unsafe xmlNewParserCtxt() else { preconditionFailure("libxml2 is out of memory") }
        unsafe self.pointer = context
    }

    deinit {
        unsafe xmlFreeParserCtxt(pointer)
    }

    /// Parses; the tree is the caller's to free.
    borrowing func parse(_ bytes: ArraySlice<UInt8>) throws(XMLError) -> xmlDocPtr {
        var first: XMLError?
        let document = unsafe withUnsafeMutablePointer(to: &first) { first in
            unsafe pointer.pointee._private = UnsafeMutableRawPointer(first)
            unsafe pointer.pointee.sax.pointee.serror = { unsafe ParserContext.keepFirst($0, $1) }
            defer { unsafe pointer.pointee._private = nil }
            return unsafe bytes.withUnsafeBytes { buffer in
                let text = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
                return unsafe xmlCtxtReadMemory(pointer, text, Int32(buffer.count), nil, "UTF-8", Int32(Self.options))
            }
        }
        guard let document = unsafe document else {
            throw first ?? XMLError(.malformed, "the document is not well-formed XML")
        }
        guard let flaw = unsafe first ?? flaw(of: document) else { return unsafe document }
        unsafe xmlFreeDoc(document)
        throw flaw
    }

    // What libxml2 lets through: it parses XML 1.1, which has other line ends, by the rules of 1.0.
    private borrowing func flaw(of document: xmlDocPtr) -> XMLError? {
        guard unsafe document.pointee.intSubset == nil else {
            return XMLError(.doctype, "document type declarations are refused")
        }
        guard unsafe xmlStrEqual(document.pointee.version, "1.0") == 1 else {
            return XMLError(.malformed, "the XML declaration names a version other than 1.0", line: 1)
        }
        let isWhole = unsafe pointer.pointee.wellFormed == 1 && pointer.pointee.nsWellFormed == 1
        return isWhole ? nil : XMLError(.malformed, "the document is not well-formed XML")
    }

    // libxml2 goes on behind an error: the last one it tells is mostly a consequence of the first.
    private static func keepFirst(_ context: UnsafeMutableRawPointer?, _ error: xmlErrorPtr?) {
        guard let context = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self), let error = unsafe error,
            unsafe error.pointee.level.rawValue > XML_ERR_WARNING.rawValue,
            let first = unsafe context.pointee._private?.assumingMemoryBound(to: XMLError?.self),
            unsafe first.pointee == nil
        else { return }
        let text = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "not well-formed"
        let isCharacter = unsafe error.pointee.code == Int32(XML_ERR_INVALID_CHAR.rawValue)
        unsafe first.pointee = XMLError(
            isCharacter ? .forbiddenCharacter : .malformed,
            text.split(separator: "\n").joined(separator: " "),
            line: Int(error.pointee.line),
            column: Int(error.pointee.int2)
        )
    }
}
