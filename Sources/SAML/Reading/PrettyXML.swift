public import XMLSecurity

/// XML for reading: one element a line, long values shortened, personal data hidden.
public struct PrettyXML: Sendable {
    private static let personal: Set<String> = ["NameID", "AttributeValue"]
    private static let long: Set<String> = ["X509Certificate", "SignatureValue", "CipherValue"]

    private let showsPersonalData: Bool
    private let marked: Set<String>

    /// Makes a printer.
    /// - Parameters:
    ///   - showsPersonalData: whether names and values of a customer are shown.
    ///   - marked: the paths of elements that get an arrow.
    public init(showsPersonalData: Bool, marked: Set<String> = []) {
        self.showsPersonalData = showsPersonalData
        self.marked = marked
    }

    /// The element with all below it.
    public func text(of element: XMLElement) -> String {
        text(of: element, indent: "")
    }

    private func text(of element: XMLElement, indent: String) -> String {
        let lines = plainText(of: element, indent: indent)
        guard !marked.isEmpty, marked.contains(element.xpath) else { return lines }
        let end = lines.firstIndex(of: "\n") ?? lines.endIndex
        return lines[..<end] + "   <!-- ◀ -->" + lines[end...]
    }

    private func plainText(of element: XMLElement, indent: String) -> String {
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
    public static func plain(_ text: String) -> String {
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
