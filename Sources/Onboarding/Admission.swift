public import SAML

/// Who may take part, as one immutable snapshot.
///
/// The whitelist will be one; a decision asks it and nothing else, before sign-in and again when an assertion is issued.
public protocol Admission: Sendable {
    /// Judges a sign-on.
    /// - Parameters:
    ///   - serviceProvider: the SP's entity id.
    ///   - account: the customer's xAccountId, `nil` while nobody has signed in.
    /// - Returns: the refusal, `nil` when the sign-on may go on.
    func refusal(serviceProvider: String, account: String?) -> Refusal?
}
