import XMLSecurity

/// A tree of names, namespaces and values drawn from a seed, for what must hold for every document.
struct RandomTree {
    private var state: UInt64
    private let attributes: [StaticString]

    init(seed: UInt64, hasIDs: Bool = true) {
        state = seed
        attributes = hasIDs ? ["ID", "Id"] + Self.attributes : Self.attributes
    }

    private static let locals: [StaticString] = ["A", "b", "Response", "Ünï", "名称", "x-1", "_"]
    // Prefixes are bound to several namespaces, one of them to none.
    private static let namespaces: [(StaticString, StaticString)] = [
        ("", ""), ("", "urn:a"), ("", "urn:b"), ("p", "urn:a"), ("p", "urn:b"), ("q", "urn:b"), ("q", "urn:c"),
        ("pp", "urn:d"), ("P", "urn:%C3%A9"),
    ]
    private static let attributes: [StaticString] = ["a", "b", "z", "Version", "值"]
    private static let characters: [Unicode.Scalar] = [
        "a", "Z", " ", "&", "<", ">", "\"", "'", "\t", "\n", "\r", "]", "-", "!", "客", "é", "😀", "\u{7F}", "\u{85}",
        "\u{9F}",
        "\u{A0}", "\u{2028}", "\u{301}", "\u{FEFF}", "\u{FFFD}", "\u{D7FF}", "\u{E000}", "\u{10FFFF}", "\u{FFFC}",
    ]

    private mutating func below(_ limit: Int) -> Int {
        // SplitMix64.
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((value ^ (value >> 31)) % UInt64(limit))
    }

    private mutating func value() -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<below(12) { text.append(Self.characters[below(Self.characters.count)]) }
        return String(text)
    }

    private mutating func attributes(of element: (StaticString, StaticString)) -> [XMLAttribute] {
        var bound = ["\(element.0)": "\(element.1)"]
        var written: [XMLAttribute] = []
        for local in attributes where below(3) == 0 {
            let (prefix, namespace) = Self.namespaces[below(Self.namespaces.count)]
            let isPlain = "\(prefix)".isEmpty
            if isPlain {
                written.append(XMLAttribute(local, value()))
            } else if bound["\(prefix)", default: "\(namespace)"] == "\(namespace)" {
                // One element binds a prefix once.
                bound["\(prefix)"] = "\(namespace)"
                written.append(XMLAttribute(QName(prefix: prefix, local: local, namespace: namespace), value()))
            }
        }
        if below(5) == 0 {
            let lang = QName(prefix: "xml", local: "lang", namespace: "http://www.w3.org/XML/1998/namespace")
            written.append(XMLAttribute(lang, value()))
        }
        return written
    }

    mutating func write(to writer: inout CanonicalWriter, depth: Int = 0) {
        let namespace = Self.namespaces[below(Self.namespaces.count)]
        let name = QName(prefix: namespace.0, local: Self.locals[below(Self.locals.count)], namespace: namespace.1)
        writer.element(name, attributes(of: namespace)) { writer in
            for _ in 0..<below(depth > 5 ? 1 : 5) {
                if below(3) == 0 { writer.text(value()) } else { write(to: &writer, depth: depth + 1) }
            }
        }
    }
}
