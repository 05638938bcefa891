public import XMLSecurity

/// A metadata file that somebody gave to Partner Center.
public struct MetadataUpload: Hashable, Sendable {
    /// The SHA-256 of the file, in hexadecimal.
    public let sha256: String
    /// The SHA-256 fingerprints of its signing certificates, in its order.
    public let fingerprints: [String]
    /// When it was recorded.
    public let at: Instant
    /// Who uploaded it.
    public let person: String

    /// Makes a record.
    public init(sha256: String, fingerprints: [String], at: Instant, person: String) {
        self.sha256 = sha256
        self.fingerprints = fingerprints
        self.at = at
        self.person = person
    }
}
