import Foundation

/// The form of a page that posts itself, read as a browser reads it.
public struct SelfPostingForm: Sendable {
    /// Where it goes.
    public let action: String
    /// Its hidden fields in order.
    public let fields: [(String, String)]

    /// Finds the first form of a page that posts; `nil` when none does.
    public init?(in html: String) {
        for form in html.split(separator: "<form", omittingEmptySubsequences: false).dropFirst() {
            guard let end = form.firstIndex(of: ">") else { continue }
            let tag = form[..<end]
            guard Self.attribute("method", in: tag)?.lowercased() == "post",
                let action = Self.attribute("action", in: tag)
            else { continue }
            self.action = action
            fields = Self.fields(in: form[end...])
            return
        }
        return nil
    }

    /// The value of a field.
    public func field(_ name: String) -> String? {
        fields.first { $0.0 == name }?.1
    }

    private static func fields(in form: Substring) -> [(String, String)] {
        var fields: [(String, String)] = []
        var rest = form
        if let close = rest.range(of: "</form>") { rest = rest[..<close.lowerBound] }
        while let input = rest.range(of: "<input"), let end = rest[input.upperBound...].firstIndex(of: ">") {
            let tag = rest[input.lowerBound...end]
            if let name = attribute("name", in: tag) {
                fields.append((name, attribute("value", in: tag) ?? ""))
            }
            rest = rest[end...]
        }
        return fields
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
