public import XMLSecurity

/// Who is signed in in which browser.
public protocol SessionStore: Sendable {
    /// Keeps a session under an id.
    func save(_ session: Session, as id: OpaqueID) async throws
    /// The session of an id, `nil` when there is none or it is over.
    func session(_ id: OpaqueID, at now: Instant) async throws -> Session?
    /// Ends a session.
    func remove(_ id: OpaqueID) async throws
}
