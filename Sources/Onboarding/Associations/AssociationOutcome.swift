/// What became of an event.
public enum AssociationOutcome: String, CaseIterable, Sendable, Codable {
    /// The association changed.
    case applied
    /// It was so already.
    case duplicate
    /// The notification is good and proves too little: it has neither time nor nonce, and may be an old one.
    case unconfirmed
    /// It contradicts all that is known: an unbind of what was never bound.
    case suspicious
    /// The user it names handed over no account, or several.
    case unattributed
}
