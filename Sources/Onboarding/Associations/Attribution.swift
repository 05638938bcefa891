public import XMLSecurity

/// Finds the account that a notification is about, from the hand-offs of the user that it names.
public struct Attribution: Sendable {
    /// The one account of that user; `nil` for none and for several, for nobody guesses.
    public let account: String?
    /// The portals that handed that account over.
    public let portals: [String]
    private let handOffs: [RecordedHandOff]

    /// Looks at every hand-off recorded of one user.
    public init(_ handOffs: [RecordedHandOff]) {
        let accounts = Set(handOffs.map(\.account))
        account = accounts.count == 1 ? accounts.first : nil
        portals = account == nil ? [] : Set(handOffs.map(\.portal)).sorted()
        self.handOffs = handOffs
    }

    /// Whether a first login of that user was open at that time.
    public func isFirstLoginOpen(at time: Instant) -> Bool {
        handOffs.contains { $0.isFirstLoginOpen(at: time) }
    }
}
