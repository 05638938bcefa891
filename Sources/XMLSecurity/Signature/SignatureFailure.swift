/// Why a signature was not taken, with its place.
public struct SignatureFailure: Error, Hashable, Sendable {
    /// The step that refused.
    public enum Code: String, CaseIterable, Sendable {
        /// The element has no `ds:Signature` as its child.
        case missing
        /// More than one `ds:Signature` as children of the same element.
        case several
        /// The signature does not stand where the schema puts it.
        case position
        /// Something in `ds:Signature` that SAML does not use, such as `ds:Object`, or a part missing.
        case structure
        /// A canonicalisation method besides exclusive C14N.
        case canonicalization
        /// A signature method outside the policy.
        case signatureMethod = "signature-method"
        /// A digest method outside the policy.
        case digestMethod = "digest-method"
        /// Not exactly one reference.
        case referenceCount = "reference-count"
        /// The reference does not name the parent of the signature.
        case referenceURI = "reference-uri"
        /// Transforms besides enveloped-signature and exclusive C14N.
        case transforms
        /// The ID is missing, doubled, or not a name.
        case identifier
        /// No key of the peer can have made this signature method.
        case noKey = "no-key"
        /// The content was changed after it was signed.
        case digestMismatch = "digest-mismatch"
        /// The signature value fits none of the keys.
        case valueMismatch = "value-mismatch"
        /// libxmlsec1 could not finish.
        case processing
    }

    /// The step that refused.
    public let code: Code
    /// The element concerned.
    public let xpath: String
    /// Its line.
    public let line: Int
    /// What the rule wants.
    public let expected: String?
    /// What was there.
    public let found: String?
    /// For a digest mismatch: what most likely happened to the content.
    public let change: ContentChange?

    init(
        _ code: Code,
        at element: XMLElement,
        expected: String? = nil,
        found: String? = nil,
        change: ContentChange? = nil
    ) {
        self.change = change
        self.code = code
        self.xpath = element.xpath
        self.line = element.line
        self.expected = expected
        self.found = found
    }
}
