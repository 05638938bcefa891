public import XMLSecurity

/// Who is signed in in which browser, and which SPs took part.
public protocol SessionStore: Sendable {
    /// Keeps a session under an id.
    ///
    /// The participants of `earlier`, the id that the browser held before, go on in it when the customer is the same.
    func save(_ session: Session, as id: OpaqueID, continuing earlier: OpaqueID?) async throws
    /// The session of an id, `nil` when there is none or it is over.
    func session(_ id: OpaqueID, at now: Instant) async throws -> Session?
    /// Whether a session has answered a request since it was kept under that id.
    func hasAnswered(_ id: OpaqueID) async throws -> Bool
    /// Notes that an SP takes part; it is remembered beyond the session itself, until the SP's own must be over.
    func join(_ participant: Participant, in session: Session, of id: OpaqueID) async throws
    /// Ends sessions in one atomic step and returns who took part in them.
    func end(_ selector: SessionSelector, at now: Instant) async throws -> [Participant]
}
