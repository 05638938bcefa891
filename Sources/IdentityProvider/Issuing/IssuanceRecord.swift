public import XMLSecurity

/// The facts of an answer that the ledger keeps.
public struct IssuanceRecord: Hashable, Sendable {
    /// When it was made.
    public let at: Instant
    /// The SP.
    public let serviceProvider: String
    /// The request answered; `nil` when the portal began.
    public let requestID: String?
    /// The response's ID.
    public let responseID: String
    /// The assertion's ID, `nil` in an answer that refuses.
    public let assertionID: String?
    /// The customer's account, `nil` when nobody was signed in.
    public let xAccountID: String?
    /// The fingerprint of the certificate that signed.
    public let keyID: String
    /// The signature method.
    public let algorithm: String
    /// The value of the digest in the signature that covers the assertion most closely, in Base64.
    public var digest: String?
    /// `asserted`, or the code of the refusal.
    public let decision: String
    /// Whether the hand-off said to HUAWEI CLOUD that it is a first login; `nil` for other SPs, and when nobody knew.
    public var isFirstLogin: Bool?
}
