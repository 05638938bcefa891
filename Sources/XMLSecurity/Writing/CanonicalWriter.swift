import Glibc

/// Writes XML that is its own exclusive canonical form (xml-exc-c14n 2).
///
/// Namespace declarations where a prefix is first used, attributes in order, one way of escaping, no empty-element tags:
/// what is written is what is digested and sent.
public struct CanonicalWriter: Sendable {
    /// The octets so far.
    public private(set) var bytes: [UInt8] = []
    private var declared: [Declaration] = []
    private var forbidden: Unicode.Scalar?

    private struct Declaration {
        let prefix: StaticString
        let namespace: StaticString
    }

    /// Makes an empty document with room for a usual message.
    public init() {
        bytes.reserveCapacity(8192)
    }

    /// Writes an element with the content that the closure writes.
    public mutating func element(
        _ name: QName,
        _ attributes: [XMLAttribute] = [],
        _ content: (inout CanonicalWriter) throws -> Void
    ) rethrows {
        let outer = declared.count
        bytes.append(UInt8(ascii: "<"))
        append(name)
        declare(name, attributes)
        for attribute in Self.inOrder(attributes) { append(attribute) }
        bytes.append(UInt8(ascii: ">"))
        try content(&self)
        bytes.append(UInt8(ascii: "<"))
        bytes.append(UInt8(ascii: "/"))
        append(name)
        bytes.append(UInt8(ascii: ">"))
        declared.removeLast(declared.count - outer)
    }

    /// Writes an element that holds text only, or nothing.
    public mutating func element(_ name: QName, _ attributes: [XMLAttribute] = [], text: String = "") {
        element(name, attributes) { $0.text(text) }
    }

    /// Writes an element that declares its prefixes itself, whatever is in force around it, so that its octets are its
    /// canonical form when it is taken out of the document.
    mutating func standalone(_ content: (inout CanonicalWriter) throws -> Void) rethrows {
        let outer = declared
        declared = []
        try content(&self)
        declared = outer
    }

    /// Writes text, escaped.
    public mutating func text(_ text: String) {
        append(text) { byte in
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case 0x0D: "&#xD;"
            default: nil
            }
        }
    }

    /// Puts octets that are canonical already into the document, such as a signature at its place.
    mutating func insert(_ fragment: [UInt8], at offset: Int) {
        bytes.insert(contentsOf: fragment, at: offset)
    }

    /// Whether XML 1.0 can carry every character of a text.
    public static func canCarry(_ text: String) -> Bool {
        var writer = CanonicalWriter()
        writer.text(text)
        return writer.forbidden == nil
    }

    /// A text as it stands in an attribute value.
    static func escaped(attribute value: String) -> String {
        var writer = CanonicalWriter()
        writer.append(XMLAttribute("a", value))
        return String(decoding: writer.bytes.dropFirst(4).dropLast(), as: UTF8.self)
    }

    /// The whole document.
    /// - Returns: its octets, UTF-8, without an XML declaration.
    /// - Throws: ``XMLError`` with code `forbiddenCharacter` when a value held a character that XML 1.0 cannot carry.
    public func finish() throws(XMLError) -> [UInt8] {
        if let forbidden {
            throw XMLError(
                .forbiddenCharacter,
                "a value holds the character U+\(String(forbidden.value, radix: 16, uppercase: true)), which XML 1.0 cannot carry"
            )
        }
        return bytes
    }

    // An element uses its own prefix and those of its attributes; each is declared unless the same declaration is in
    // force (xml-exc-c14n 3). Declarations come in the order of their prefixes.
    private mutating func declare(_ name: QName, _ attributes: [XMLAttribute]) {
        let own = Declaration(prefix: name.prefix, namespace: name.namespace)
        // Almost no attribute of SAML has a prefix.
        guard attributes.contains(where: { $0.name.prefix.utf8CodeUnitCount > 0 }) else {
            return declare(own)
        }
        var used = [own]
        for attribute in attributes where attribute.name.prefix.utf8CodeUnitCount > 0 && !Self.isXML(attribute.name) {
            if !used.contains(where: { Self.equal($0.prefix, attribute.name.prefix) }) {
                used.append(Declaration(prefix: attribute.name.prefix, namespace: attribute.name.namespace))
            }
        }
        used.sort { Self.precedes($0.prefix, $1.prefix) }
        for declaration in used { declare(declaration) }
    }

    private mutating func declare(_ declaration: Declaration) {
        guard !isInForce(declaration) else { return }
        append(" xmlns")
        if declaration.prefix.utf8CodeUnitCount > 0 {
            append(":")
            append(declaration.prefix)
        }
        append("=\"")
        append(declaration.namespace)
        append("\"")
        declared.append(declaration)
    }

    private func isInForce(_ declaration: Declaration) -> Bool {
        guard let last = declared.last(where: { Self.equal($0.prefix, declaration.prefix) }) else {
            // Names without a prefix are in no namespace until a declaration says otherwise (xml-exc-c14n 3).
            return declaration.prefix.utf8CodeUnitCount == 0 && declaration.namespace.utf8CodeUnitCount == 0
        }
        return Self.equal(last.namespace, declaration.namespace)
    }

    private mutating func append(_ attribute: XMLAttribute) {
        append(" ")
        append(attribute.name)
        append("=\"")
        append(attribute.value) { byte in
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: "\""): "&quot;"
            case 0x09: "&#x9;"
            case 0x0A: "&#xA;"
            case 0x0D: "&#xD;"
            default: nil
            }
        }
        append("\"")
    }

    // Runs without escapes, which is most values whole, go over at once.
    @inline(__always)
    private mutating func append(_ value: String, escaping escape: (UInt8) -> StaticString?) {
        var value = value
        value.withUTF8 { octets in
            var run = 0
            for index in octets.indices {
                // The escaped characters and those below 0x20 stand before the letters; U+FFFE and U+FFFF begin with 0xEF.
                let byte = unsafe octets[index]
                guard byte < 0x40 || byte == 0xEF else { continue }
                if let reference = escape(byte) {
                    unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: octets[run..<index]))
                    append(reference)
                    run = index + 1
                } else if byte < 0x20 || byte == 0xEF {
                    unsafe check(octets, index)
                }
            }
            unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: octets[run...]))
        }
    }

    // XML 1.0 section 2.2, Char: no control characters besides TAB, LF and CR, no U+FFFE and U+FFFF.
    private mutating func check(_ octets: UnsafeBufferPointer<UInt8>, _ index: Int) {
        guard forbidden == nil else { return }
        let byte = unsafe octets[index]
        switch byte {
        case 0x09, 0x0A, 0x0D: return
        case 0xEF:
            guard unsafe octets[index + 1] == 0xBF, unsafe octets[index + 2] >= 0xBE else { return }
            forbidden = unsafe octets[index + 2] == 0xBE ? "\u{FFFE}" : "\u{FFFF}"
        default: forbidden = Unicode.Scalar(byte)
        }
    }

    private mutating func append(_ name: QName) {
        if name.prefix.utf8CodeUnitCount > 0 {
            append(name.prefix)
            append(":")
        }
        append(name.local)
    }

    private mutating func append(_ constant: StaticString) {
        unsafe bytes.append(
            contentsOf: UnsafeBufferPointer(start: constant.utf8Start, count: constant.utf8CodeUnitCount)
        )
    }

    // Attributes in no namespace first, then by namespace, then by local part (xml-c14n 2.3).
    private static func inOrder(_ attributes: [XMLAttribute]) -> [XMLAttribute] {
        // Most callers write them in order already.
        let isOrdered = attributes.indices.dropFirst().allSatisfy { !comesBefore(attributes[$0], attributes[$0 - 1]) }
        return isOrdered ? attributes : attributes.sorted(by: comesBefore)
    }

    private static func comesBefore(_ left: XMLAttribute, _ right: XMLAttribute) -> Bool {
        equal(left.name.namespace, right.name.namespace)
            ? precedes(left.name.local, right.name.local) : precedes(left.name.namespace, right.name.namespace)
    }

    // The prefix xml is bound by the specification and never declared (xml-names 3).
    private static func isXML(_ name: QName) -> Bool {
        equal(name.prefix, "xml")
    }

    private static func equal(_ left: StaticString, _ right: StaticString) -> Bool {
        guard left.utf8CodeUnitCount == right.utf8CodeUnitCount else { return false }
        return unsafe left.utf8Start == right.utf8Start
            || memcmp(left.utf8Start, right.utf8Start, left.utf8CodeUnitCount) == 0
    }

    private static func precedes(_ left: StaticString, _ right: StaticString) -> Bool {
        let common = min(left.utf8CodeUnitCount, right.utf8CodeUnitCount)
        let order = unsafe memcmp(left.utf8Start, right.utf8Start, common)
        return order < 0 || (order == 0 && left.utf8CodeUnitCount < right.utf8CodeUnitCount)
    }
}
