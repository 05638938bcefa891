/// Why an encrypted element was not read.
public struct DecryptionFailure: Error, Hashable, Sendable {
    /// The step that refused.
    public enum Code: String, CaseIterable, Sendable {
        /// Not one `EncryptedData` with one `EncryptedKey` in the shape that SAML uses.
        case structure
        /// An algorithm outside the policy.
        case algorithm
        /// No key of ours is an RSA key.
        case noKey = "no-key"
        /// It could not be decrypted: wrong key, damaged text, wrong padding or no XML inside, all alike, since the
        /// difference would tell an attacker what the text was (attacks.md C.2 38).
        case undecipherable
    }

    /// The step.
    public let code: Code
    /// The element concerned.
    public let xpath: String
    /// Its line.
    public let line: Int
    /// What the rule wants.
    public let expected: String?
    /// What was there.
    public let found: String?

    init(_ code: Code, at element: XMLElement, expected: String? = nil, found: String? = nil) {
        self.code = code
        self.xpath = element.xpath
        self.line = element.line
        self.expected = expected
        self.found = found
    }
}
