import Foundation

/// The form of a page that posts itself, read as a browser reads it.
public struct SelfPostingForm: Sendable {
    /// Where it goes.
    public let action: String
    /// Its hidden fields in order.
    public let fields: [(String, String)]

    /// Finds the form of a page; `nil` when there is none that posts.
    public init?(in html: String) {
        guard let form = html.range(of: "<form"), let end = html[form.upperBound...].firstIndex(of: ">") else {
            return nil
        }
        let tag = html[form.lowerBound...end]
        guard Self.attribute("method", in: tag)?.lowercased() == "post", let action = Self.attribute("action", in: tag)
        else {
            return nil
        }
        var fields: [(String, String)] = []
        var rest = html[end...]
        if let close = rest.range(of: "</form>") { rest = rest[..<close.lowerBound] }
        while let input = rest.range(of: "<input"), let end = rest[input.upperBound...].firstIndex(of: ">") {
            let tag = rest[input.lowerBound...end]
            if let name = Self.attribute("name", in: tag) {
                fields.append((name, Self.attribute("value", in: tag) ?? ""))
            }
            rest = rest[end...]
        }
        self.action = action
        self.fields = fields
    }

    /// The value of a field.
    public func field(_ name: String) -> String? {
        fields.first { $0.0 == name }?.1
    }

    private static func attribute(_ name: String, in tag: Substring) -> String? {
        guard let start = tag.range(of: " \(name)=\"") else { return nil }
        return unescaped(tag[start.upperBound...].prefix { $0 != "\"" })
    }

    private static func unescaped(_ text: Substring) -> String {
        let entities = [
            "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&#10;": "\n", "&#13;": "\r", "&#x27;": "'",
        ]
        var plain = String(text)
        for (entity, character) in entities {
            plain = plain.split(separator: entity, omittingEmptySubsequences: false).joined(separator: character)
        }
        return plain.split(separator: "&amp;", omittingEmptySubsequences: false).joined(separator: "&")
    }
}
