import XMLSecurity

/// What a metadata file holds that ``EntityDescriptor`` cannot write again.
///
/// Whoever signs a file anew must not lose half of it in silence.
public struct RewritingLoss: Sendable {
    /// The places that would be lost, in document order; what stands below a lost element is not named again.
    public let paths: [String]

    /// Compares a file with what would be written for it: every attribute and text must be there again, in any order.
    /// - Parameters:
    ///   - bytes: the file.
    ///   - entity: what was read from it.
    /// - Throws: what parsing and writing throw.
    public init(in bytes: [UInt8], rewrittenAs entity: EntityDescriptor) throws {
        let written = try XMLDocument(parsing: try entity.document(), limits: .metadata)
        var kept: [String: Int] = [:]
        for fact in Self.facts(written.root) { kept[fact.text, default: 0] += 1 }
        let read = try XMLDocument(parsing: bytes, limits: .metadata)
        let lost = Self.facts(read.root).filter { fact in
            let rest = kept[fact.text] ?? 0
            kept[fact.text] = rest - 1
            return rest <= 0
        }
        var paths: [String] = []
        for path in lost.prefix(Self.mostLooked).map(\.path)
        where !(paths.last.map { path.hasPrefix($0 + "/") } ?? false) { paths.append(path) }
        self.paths = paths
    }

    /// Enough for people; a path costs the number of siblings.
    private static let mostLooked = 200

    private struct Fact {
        let element: XMLElement
        let attribute: String?
        let text: String

        var path: String { element.xpath + (attribute.map { "/@" + $0 } ?? "") }
    }

    // The signature on the root and its ID are about to be replaced.
    private static func facts(_ root: XMLElement) -> [Fact] {
        own(root, name: "").filter { $0.attribute != "ID" }
            + root.children.filter { !$0.is(DSName.signature) }.flatMap { facts($0, below: "") }
    }

    private static func facts(_ element: XMLElement, below parent: String) -> [Fact] {
        let name = parent + "/{" + (element.namespace ?? "") + "}" + element.localName
        return own(element, name: name) + element.children.flatMap { facts($0, below: name) }
    }

    private static func own(_ element: XMLElement, name: String) -> [Fact] {
        let text = element.children.isEmpty ? normalised(element.text, element.localName) : ""
        return [Fact(element: element, attribute: nil, text: "\(name)=\(text)")]
            + element.attributes.map { attribute in
                let value = normalised(attribute.value, attribute.name)
                return Fact(element: element, attribute: attribute.name, text: "\(name)@\(attribute.name)=\(value)")
            }
    }

    // The spellings that the schema's types allow for one value.
    private static func normalised(_ text: String, _ name: String) -> String {
        switch name {
        case "isDefault", "AuthnRequestsSigned", "WantAssertionsSigned", "WantAuthnRequestsSigned":
            return text == "1" ? "true" : text == "0" ? "false" : text
        case "validUntil": return Instant(xsDateTime: text)?.xsDateTime ?? text
        case "X509Certificate": return text.filter { !$0.isWhitespace }
        case "EmailAddress":
            let address = text.filter { !$0.isWhitespace }
            return address.hasPrefix("mailto:") ? String(address.dropFirst(7)) : address
        default: return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }
}
