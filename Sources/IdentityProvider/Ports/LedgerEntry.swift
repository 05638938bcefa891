public import XMLSecurity

/// One answer that left us.
public struct LedgerEntry: Hashable, Sendable, Codable {
    /// When it was made.
    public let at: Instant
    /// The reference id that pages and logs show.
    public let reference: String
    /// The SP.
    public let serviceProvider: String
    /// The request answered; `nil` when the portal began.
    public let requestID: String?
    /// The response's ID.
    public let responseID: String
    /// The assertion's ID, `nil` in an answer that refuses.
    public let assertionID: String?
    /// The customer's account as a keyed hash, `nil` when nobody was signed in.
    public let account: String?
    /// The fingerprint of the certificate that signed.
    public let keyID: String
    /// The signature method.
    public let algorithm: String
    /// The value of the digest in the signature that covers the assertion most closely, in Base64; `nil` in entries of
    /// versions before 0.2 and where the assertion is encrypted.
    public let digest: String?
    /// `asserted`, or the code of the refusal.
    public let decision: String
    /// Whether the hand-off said to HUAWEI CLOUD that it is a first login; `nil` where nobody said, and in older entries.
    public let isFirstLogin: Bool?

    /// Makes an entry of what was issued.
    /// - Parameters:
    ///   - record: the facts.
    ///   - reference: the reference id of the exchange.
    ///   - account: the keyed hash of the account.
    public init(_ record: IssuanceRecord, reference: String, account: String?) {
        at = record.at
        self.reference = reference
        serviceProvider = record.serviceProvider
        requestID = record.requestID
        responseID = record.responseID
        assertionID = record.assertionID
        self.account = account
        keyID = record.keyID
        algorithm = record.algorithm
        digest = record.digest
        decision = record.decision
        isFirstLogin = record.isFirstLogin
    }
}
