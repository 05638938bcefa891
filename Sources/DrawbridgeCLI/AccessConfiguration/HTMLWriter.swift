import SAML
import XMLSecurity

/// The few elements of a printed sheet, in both languages, on the writer that escapes messages.
struct HTMLWriter {
    private var writer = CanonicalWriter()

    private static func name(_ local: StaticString) -> QName {
        QName(prefix: "", local: local, namespace: "http://www.w3.org/1999/xhtml")
    }

    /// The whole page; scripts and everything from elsewhere are forbidden in it.
    mutating func document(title: String, style: String, body: (inout HTMLWriter) -> Void) {
        element("html", [XMLAttribute("lang", "zh-CN")]) { page in
            page.element("head") { page in
                page.element("meta", [XMLAttribute("charset", "utf-8")])
                page.element(
                    "meta",
                    [
                        XMLAttribute("name", "viewport"),
                        XMLAttribute("content", "width=device-width, initial-scale=1"),
                    ]
                )
                let policy = Self.policy(style)
                page.element(
                    "meta",
                    [XMLAttribute("http-equiv", "Content-Security-Policy"), XMLAttribute("content", policy)]
                )
                page.element("title") { $0.text(title) }
                page.element("style") { $0.text(style) }
            }
            page.element("body", body: body)
        }
    }

    private static func policy(_ style: String) -> String {
        let hash = Base64.encode(Digest.sha256(Array(style.utf8)))
        return "default-src 'none'; style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'"
    }

    mutating func heading(_ level: StaticString, _ text: Bilingual) {
        element(level) { $0.both(text) }
    }

    mutating func table(_ rows: (inout HTMLWriter) -> Void) {
        element("table") { $0.element("tbody", body: rows) }
    }

    mutating func row(_ label: Bilingual, isMandatory: Bool = false, _ cell: (inout HTMLWriter) -> Void) {
        let mark = isMandatory ? " *" : ""
        row(head: { $0.both(Bilingual(label.en + mark, label.zh + mark)) }, cell)
    }

    mutating func row(_ label: String, _ cell: (inout HTMLWriter) -> Void) {
        row(head: { $0.text(label) }, cell)
    }

    mutating func list(_ items: [Bilingual], class name: String) {
        element("ul", [XMLAttribute("class", name)]) { page in
            for item in items { page.element("li") { $0.both(item) } }
        }
    }

    mutating func both(_ text: Bilingual, class name: String? = nil) {
        for (language, words) in [("zh", text.zh), ("en", text.en)] {
            let classes = [language, name].compactMap(\.self).joined(separator: " ")
            let lang = language == "zh" ? "zh-CN" : "en"
            element("span", [XMLAttribute("class", classes), XMLAttribute("lang", lang)]) { $0.text(words) }
        }
    }

    mutating func code(_ text: String) {
        element("code") { $0.text(text) }
        self.text(" ")
    }

    mutating func text(_ text: String) { writer.text(Self.carried(text)) }

    /// A text as XML can carry it: what it cannot, a terminal cannot show either.
    static func carried(_ text: String) -> String {
        guard !CanonicalWriter.canCarry(text) else { return text }
        return String(text.map { CanonicalWriter.canCarry(String($0)) ? $0 : "\u{FFFD}" })
    }

    func finish() throws -> [UInt8] { try writer.finish() }

    private mutating func row(head: (inout HTMLWriter) -> Void, _ cell: (inout HTMLWriter) -> Void) {
        element("tr") { page in
            page.element("th", body: head)
            page.element("td", body: cell)
        }
    }

    mutating func element(
        _ name: StaticString,
        _ attributes: [XMLAttribute] = [],
        body: (inout HTMLWriter) -> Void = { _ in }
    ) {
        writer.element(Self.name(name), attributes) { writer in
            var inner = HTMLWriter()
            swap(&inner.writer, &writer)
            body(&inner)
            swap(&inner.writer, &writer)
        }
    }
}
