import XMLSecurity

/// XML for reading: one element a line, long values shortened, personal data hidden.
struct PrettyXML {
    private static let personal: Set<String> = ["NameID", "AttributeValue"]
    private static let long: Set<String> = ["X509Certificate", "SignatureValue", "CipherValue"]

    let showsPersonalData: Bool

    func text(of element: XMLElement, indent: String = "") -> String {
        let name = element.qualifiedName
        let attributes = element.attributes.map { " \($0.name)=\"\(escape($0.value))\"" }.joined()
        let children = element.children
        guard children.isEmpty else {
            let inner = children.map { text(of: $0, indent: indent + "  ") }.joined(separator: "\n")
            return "\(indent)<\(name)\(attributes)>\n\(inner)\n\(indent)</\(name)>"
        }
        let content = shown(element)
        return content.isEmpty
            ? "\(indent)<\(name)\(attributes)/>" : "\(indent)<\(name)\(attributes)>\(content)</\(name)>"
    }

    private func shown(_ element: XMLElement) -> String {
        let text = escape(element.text)
        if Self.personal.contains(element.localName), !showsPersonalData, !text.isEmpty {
            return "[\(text.unicodeScalars.count)]"
        }
        if Self.long.contains(element.localName), text.count > 60 { return text.prefix(40) + "… (\(text.count))" }
        return text
    }

    /// A text of a document for a terminal: no character of it moves the cursor.
    static func plain(_ text: String) -> String {
        String(text.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : Character($0) })
    }

    // What comes from a message must not move the cursor of a terminal.
    private func escape(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": escaped += "&lt;"
            case "&": escaped += "&amp;"
            case "\"": escaped += "&quot;"
            case _ where scalar.properties.generalCategory == .control: escaped += "&#\(scalar.value);"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
