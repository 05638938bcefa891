public import XMLSecurity

/// One change of an association: what its history shows, and what a portal is told.
public struct AssociationChange: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The state before.
    public let previous: AssociationState
    /// The association afterwards.
    public let association: Association
    /// When it was written down.
    public let at: Instant
    /// Who did it, where a person did.
    public let person: String?
    /// Why, where a person said so.
    public let reason: String?

    /// Describes a change.
    public init(
        previous: AssociationState,
        association: Association,
        at: Instant,
        person: String? = nil,
        reason: String? = nil
    ) {
        self.previous = previous
        self.association = association
        self.at = at
        self.person = person
        self.reason = reason
    }

    /// A placeholder: all of it is about a customer.
    public var description: String { "<association change>" }
}
