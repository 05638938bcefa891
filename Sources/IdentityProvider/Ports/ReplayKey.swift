/// Something that must be used once, and by whom it was issued.
public struct ReplayKey: Hashable, Sendable {
    /// The kinds; ids of one kind say nothing of another.
    public enum Kind: String, CaseIterable, Sendable {
        /// An AuthnRequest, by the SP's entity id and its ID.
        case request
        /// A hand-off token, by the portal's name and `jti`.
        case token
        /// An assertion, by the identity provider's entity id and its ID.
        case assertion
    }

    /// The kind.
    public let kind: Kind
    /// Who issued it.
    public let issuer: String
    /// Its id.
    public let id: String

    /// Makes a key.
    public init(_ kind: Kind, issuer: String, id: String) {
        self.kind = kind
        self.issuer = issuer
        self.id = id
    }
}
