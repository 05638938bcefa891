public import XMLSecurity

/// One response of another program, and what must come of it.
public struct ResponseCase: Sendable {
    /// What is unusual or wrong, in a few words.
    public let name: String
    /// The refusals, any of which is right; none when it is to be accepted.
    public let codes: Set<String>
    private let change: @Sendable (inout ResponseText) -> Void

    init(_ name: String, _ codes: String..., change: @escaping @Sendable (inout ResponseText) -> Void) {
        self.name = name
        self.codes = Set(codes)
        self.change = change
    }

    /// The response, signed by `xmlsec1`.
    public func document(at now: Instant) throws -> [UInt8] {
        var text = ResponseText(at: now)
        change(&text)
        return try text.document()
    }

    static func attribute(_ name: String, _ values: String, format: String = "") -> String {
        "<saml:Attribute Name=\"\(name)\"\(format)>\(values)</saml:Attribute>"
    }

    static func value(_ text: String, _ attributes: String = "") -> String {
        "<saml:AttributeValue\(attributes)>\(text)</saml:AttributeValue>"
    }

    static func statement(_ attributes: String) -> String {
        "<saml:AttributeStatement>\(attributes)</saml:AttributeStatement>"
    }

    static func nameID(_ value: String, _ format: String, _ more: String = "") -> String {
        "<saml:NameID Format=\"urn:oasis:names:tc:SAML:\(format)\"\(more)>\(value)</saml:NameID>"
    }
}
