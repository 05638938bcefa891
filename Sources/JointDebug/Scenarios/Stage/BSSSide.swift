public import HuaweiCloud

/// The BSS as scenarios call it.
public struct BSSSide: Sendable {
    /// Its origin.
    public let origin: String
    /// The partner's keys.
    public let partner: BSSCredentials
    /// Keys of an operator of the partner who may not do everything.
    public let clerk: BSSCredentials

    /// Describes it.
    public init(origin: String, partner: BSSCredentials, clerk: BSSCredentials) {
        self.origin = origin
        self.partner = partner
        self.clerk = clerk
    }
}
