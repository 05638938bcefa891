import XMLSecurity

/// A `ds:Signature` written by hand, so that an honest key can sign what no honest signer writes.
///
/// The text is its own canonical form, with `ds` declared at the signature.
struct SignatureDraft {
    static let namespace = "http://www.w3.org/2000/09/xmldsig#"
    static let enveloped = "<ds:Transform Algorithm=\"\(namespace)enveloped-signature\"></ds:Transform>"
    static let exclusive = "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"></ds:Transform>"

    struct Reference {
        var uri: String?
        var digest: [UInt8]
        var digestMethod = DigestAlgorithm.sha256.rawValue
        var transforms = [SignatureDraft.enveloped, SignatureDraft.exclusive]

        init(_ uri: String?, _ digest: [UInt8]) {
            self.uri = uri
            self.digest = digest
        }

        init(_ uri: String?, over text: String) {
            self.init(uri, Digest.sha256(Array(text.utf8)))
        }

        var text: String {
            "<ds:Reference\(uri.map { " URI=\"\($0)\"" } ?? "")><ds:Transforms>\(transforms.joined())</ds:Transforms>"
                + "<ds:DigestMethod Algorithm=\"\(digestMethod)\"></ds:DigestMethod>"
                + "<ds:DigestValue>\(Base64.encode(digest))</ds:DigestValue></ds:Reference>"
        }
    }

    var method = SignatureAlgorithm.rsaSHA256.rawValue
    var methodContent = ""
    var references: [Reference]
    var keyInfo = ""

    init(_ references: [Reference]) {
        self.references = references
    }

    /// The canonical form is the one that stands alone, with the namespace declared.
    func signedInfo(alone: Bool = true) -> String {
        "<ds:SignedInfo\(alone ? " xmlns:ds=\"\(Self.namespace)\"" : "")>"
            + "<ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\">"
            + "</ds:CanonicalizationMethod>"
            + "<ds:SignatureMethod Algorithm=\"\(method)\">\(methodContent)</ds:SignatureMethod>"
            + references.map(\.text).joined() + "</ds:SignedInfo>"
    }

    func element(value: [UInt8]) -> String {
        "<ds:Signature xmlns:ds=\"\(Self.namespace)\">" + signedInfo(alone: false)
            + "<ds:SignatureValue>\(Base64.encode(value))</ds:SignatureValue>\(keyInfo)</ds:Signature>"
    }

    func signed(by key: SigningKey) throws -> String {
        element(value: try key.privateKey.sign(Array(signedInfo().utf8), with: .rsaSHA256))
    }
}
