public import XMLSecurity

/// A notification that changed nothing, as it came.
public struct KeptNotification: Hashable, Sendable, CustomStringConvertible {
    /// How long it is kept, in seconds.
    public static let lifetime: Int64 = 30 * 86_400
    /// How many are kept whose signature is not good: anybody may send those, and they must not fill the disk.
    public static let mostUnverified = 1_000

    /// The three fields of the form.
    public struct Fields: Hashable, Sendable, Codable {
        /// The Base64 text.
        public let bindRequest: String
        /// The signature method.
        public let sigAlg: String
        /// The signature in Base64.
        public let signature: String

        /// Collects the fields.
        public init(bindRequest: String, sigAlg: String, signature: String) {
            self.bindRequest = bindRequest
            self.sigAlg = sigAlg
            self.signature = signature
        }
    }

    /// The fields.
    public let fields: Fields
    /// Why it changed nothing: an outcome, or a refusal's code.
    public let cause: String
    /// When it came.
    public let received: Instant

    /// Keeps a notification.
    public init(_ fields: Fields, cause: String, received: Instant) {
        self.fields = fields
        self.cause = cause
        self.received = received
    }

    /// The same for the same notification: what it is found by.
    public var digest: [UInt8] {
        Digest.sha256(Array((fields.bindRequest + "\n" + fields.sigAlg + "\n" + fields.signature).utf8))
    }

    /// A placeholder: it names a customer.
    public var description: String { "<notification>" }
}
