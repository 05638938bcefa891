public import XMLSecurity

/// A Response put together as text, so that each part can be wrong before another program signs it.
public struct ResponseText: Sendable {
    /// Which elements `xmlsec1` signs.
    public enum Signed: Sendable, CaseIterable {
        case nothing
        case assertion
        case response
        case both
    }

    /// The ACS of the tests.
    public static let acs = "https://sp.example/acs"
    /// The identity provider of the tests.
    public static let idp = "https://idp.example/metadata"
    /// The SP of the tests.
    public static let sp = "https://sp.example/"

    /// When it is made.
    public let now: Instant
    /// Which elements are signed.
    public var signed = Signed.assertion
    /// Who signs.
    public var pair = SigningPair.rsa
    /// The signature method.
    public var method = SignatureAlgorithm.rsaSHA256.rawValue
    /// The reference's digest.
    public var digest = DigestAlgorithm.sha256.rawValue
    /// How SignedInfo is canonicalised.
    public var canonicalization = "http://www.w3.org/2001/10/xml-exc-c14n#"
    /// The reference's transforms.
    public var transforms: [String] = [
        "http://www.w3.org/2000/09/xmldsig#enveloped-signature", "http://www.w3.org/2001/10/xml-exc-c14n#",
    ]
    /// The prefixes of InclusiveNamespaces in the last transform.
    public var inclusivePrefixes: String?
    /// The attributes of the response.
    public var responseAttributes: [String: String]
    /// The attributes of the assertion.
    public var assertionAttributes: [String: String]
    /// The response's Issuer element.
    public var responseIssuer = "<saml:Issuer>\(idp)</saml:Issuer>"
    /// The assertion's Issuer element.
    public var assertionIssuer = "<saml:Issuer>\(idp)</saml:Issuer>"
    /// The Status element.
    public var status =
        "<samlp:Status><samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"/></samlp:Status>"
    /// The NameID element.
    public var nameID: String
    /// The attributes of the confirmation's data.
    public var confirmation: [String: String]
    /// The confirmation's method.
    public var confirmationMethod = "urn:oasis:names:tc:SAML:2.0:cm:bearer"
    /// The attributes of the conditions.
    public var conditions: [String: String]
    /// What the conditions hold.
    public var audiences = "<saml:AudienceRestriction><saml:Audience>\(sp)</saml:Audience></saml:AudienceRestriction>"
    /// The AuthnStatement element.
    public var authnStatement: String
    /// The AttributeStatement element.
    public var attributes =
        "<saml:AttributeStatement><saml:Attribute Name=\"xUserId\"><saml:AttributeValue>user-1</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>"
    /// What is done to the text before it is signed.
    public var before: @Sendable (String) -> String = { $0 }
    /// What is done to the text after it was signed.
    public var after: @Sendable (String) -> String = { $0 }

    /// A good response to `_request`.
    public init(at now: Instant) {
        self.now = now
        let time = now.xsDateTime
        let end = now.adding(seconds: 300).xsDateTime
        responseAttributes = [
            "ID": "_response", "Version": "2.0", "IssueInstant": time, "Destination": Self.acs,
            "InResponseTo": "_request",
        ]
        assertionAttributes = ["ID": "_assertion", "Version": "2.0", "IssueInstant": time]
        nameID = "<saml:NameID Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:transient\">_name</saml:NameID>"
        confirmation = ["Recipient": Self.acs, "NotOnOrAfter": end, "InResponseTo": "_request"]
        conditions = ["NotBefore": now.adding(seconds: -60).xsDateTime, "NotOnOrAfter": end]
        authnStatement =
            "<saml:AuthnStatement AuthnInstant=\"\(time)\" SessionIndex=\"_session\"><saml:AuthnContext>"
            + "<saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified</saml:AuthnContextClassRef>"
            + "</saml:AuthnContext></saml:AuthnStatement>"
    }

    /// A time so many seconds from then, as XML writes it.
    public func time(_ seconds: Int64) -> String { now.adding(seconds: seconds).xsDateTime }

    /// The response, signed by `xmlsec1`.
    public func document() throws -> [UInt8] {
        var text = before(template)
        let elements = [
            "urn:oasis:names:tc:SAML:2.0:protocol:Response", "urn:oasis:names:tc:SAML:2.0:assertion:Assertion",
        ]
        let marks: [(Bool, String)] = [
            (signed == .assertion || signed == .both, "//*[local-name()='Assertion']/*[local-name()='Signature']"),
            (signed == .response || signed == .both, "/*/*[local-name()='Signature']"),
        ]
        for (isSigned, path) in marks where isSigned {
            let bytes = try XMLSec1.sign(text, key: pair.pem, elements: elements, xpath: path)
            text = String(decoding: bytes, as: UTF8.self)
        }
        return Array(after(text).utf8)
    }

    private var template: String {
        let response = signed == .response || signed == .both ? signature(responseAttributes["ID"]) : ""
        return "<samlp:Response xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\""
            + " xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\"\(Self.written(responseAttributes))>"
            + responseIssuer + response + status + assertion + "</samlp:Response>"
    }

    private var assertion: String {
        let own = signed == .assertion || signed == .both ? signature(assertionAttributes["ID"]) : ""
        return "<saml:Assertion\(Self.written(assertionAttributes))>" + assertionIssuer + own
            + "<saml:Subject>\(nameID)<saml:SubjectConfirmation Method=\"\(confirmationMethod)\">"
            + "<saml:SubjectConfirmationData\(Self.written(confirmation))/></saml:SubjectConfirmation></saml:Subject>"
            + "<saml:Conditions\(Self.written(conditions))>\(audiences)</saml:Conditions>"
            + authnStatement + attributes + "</saml:Assertion>"
    }

    private func signature(_ id: String?) -> String {
        let prefixes = inclusivePrefixes.map {
            "<ec:InclusiveNamespaces xmlns:ec=\"http://www.w3.org/2001/10/xml-exc-c14n#\" PrefixList=\"\($0)\"/>"
        }
        let steps = transforms.map { algorithm in
            let content = algorithm.hasSuffix("exc-c14n#") ? prefixes ?? "" : ""
            return "<ds:Transform Algorithm=\"\(algorithm)\">\(content)</ds:Transform>"
        }
        let list = steps.isEmpty ? "" : "<ds:Transforms>\(steps.joined())</ds:Transforms>"
        return "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:SignedInfo>"
            + "<ds:CanonicalizationMethod Algorithm=\"\(canonicalization)\"/>"
            + "<ds:SignatureMethod Algorithm=\"\(method)\"/><ds:Reference URI=\"#\(id ?? "")\">\(list)"
            + "<ds:DigestMethod Algorithm=\"\(digest)\"/><ds:DigestValue/></ds:Reference></ds:SignedInfo>"
            + "<ds:SignatureValue/></ds:Signature>"
    }

    private static func written(_ attributes: [String: String]) -> String {
        attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\"\($0.value)\"" }.joined()
    }

    /// The text before, between and behind two marks, the marks in the middle part.
    public static func parts(_ text: String, from start: String, through end: String) -> (String, String, String) {
        guard let first = text.firstRange(of: start),
            let last = text[first.upperBound...].firstRange(of: end)
        else { fatalError("\(start) and \(end) are not both there") }
        let middle = first.lowerBound..<last.upperBound
        return (String(text[..<middle.lowerBound]), String(text[middle]), String(text[middle.upperBound...]))
    }

    /// The text without what stands between two marks.
    public static func cut(_ text: String, from start: String, through end: String) -> String {
        let parts = parts(text, from: start, through: end)
        return parts.0 + parts.2
    }
}
