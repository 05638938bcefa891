import TestSupport
import XMLSecurity

/// A message with an empty signature, for the xmlsec1 command to fill; each part can be put otherwise.
struct SignatureTemplate: Sendable {
    static let element = "urn:test:Message"

    var canonicalization = "<ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/>"
    var method = SignatureAlgorithm.rsaSHA256.rawValue
    var methodContent = ""
    var references = [Reference()]
    var keyInfo = ""
    var afterKeyInfo = ""
    var open = "<t:Message xmlns:t=\"urn:test\" ID=\"_1\"><t:Issuer>sp</t:Issuer>"
    var content = "<t:Body>honest</t:Body>"
    var close = "</t:Message>"

    struct Reference: Sendable {
        var uri = " URI=\"#_1\""
        var transforms =
            "<ds:Transforms><ds:Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"/>"
            + "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/></ds:Transforms>"
        var digest = DigestAlgorithm.sha256.rawValue

        var text: String {
            "<ds:Reference\(uri)>\(transforms)<ds:DigestMethod Algorithm=\"\(digest)\"/><ds:DigestValue/></ds:Reference>"
        }
    }

    var text: String {
        """
        \(open)<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo>\(canonicalization)\
        <ds:SignatureMethod Algorithm="\(method)">\(methodContent)</ds:SignatureMethod>\
        \(references.map(\.text).joined())</ds:SignedInfo><ds:SignatureValue/>\
        <ds:KeyInfo>\(keyInfo)</ds:KeyInfo>\(afterKeyInfo)</ds:Signature>\(content)\(close)
        """
    }

    /// Signed by the xmlsec1 command.
    func signed(_ pair: SigningPair = .rsa) throws -> [UInt8] {
        try XMLSec1.sign(text, key: pair.pem, element: Self.element)
    }
}

extension SignatureTemplate {
    /// The same with some parts put otherwise.
    func with(_ change: (inout SignatureTemplate) -> Void) -> SignatureTemplate {
        var copy = self
        change(&copy)
        return copy
    }
}

/// Verifies the root, or the element at the end of the path, and gives the failure's code, or nil.
func failure(
    _ document: [UInt8],
    at path: [Int] = [],
    keys: [VerificationKey] = [SigningPair.rsa.verification],
    policy: SignaturePolicy = .strict
) throws -> SignatureFailure? {
    var element = try XMLDocument(parsing: document, limits: .message).root
    for step in path { element = element.children[step] }
    do throws(SignatureFailure) {
        _ = try SignatureVerifier.verify(element, keys: keys, policy: policy)
        return nil
    } catch {
        return error
    }
}
