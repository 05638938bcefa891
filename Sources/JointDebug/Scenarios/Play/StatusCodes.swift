import XMLSecurity

/// The status of a message that answers.
enum StatusCodes {
    /// The last parts of the codes' URIs, the outermost first (saml-core 3.2.2.2); empty for what is no response.
    static func of(_ xml: [UInt8]) -> [String] {
        guard let root = try? XMLDocument(parsing: xml, limits: .message).root else { return [] }
        guard let status = root.children.first(where: { $0.localName == "Status" }) else { return [] }
        return codes(in: status)
    }

    private static func codes(in element: XMLElement) -> [String] {
        element.children.filter { $0.localName == "StatusCode" }.flatMap { code in
            [code.attribute("Value")?.split(separator: ":").last.map(String.init) ?? "-"] + codes(in: code)
        }
    }
}
