public import XMLSecurity

/// The present whitelist of one stage, as far as judging a change needs it.
///
/// A store answers inside the transaction that writes the change, so that a million entries are not read for one.
public protocol WhitelistEntries {
    /// The number of the current revision; 0 when there is none.
    func revision() throws -> Int64
    /// A revision by its number.
    func revision(_ number: Int64) throws -> WhitelistRevision?
    /// An entry by its number.
    func entry(_ id: Int64) throws -> WhitelistEntry?
    /// The entry of a subject that is not retired.
    func entry(_ kind: WhitelistKind, _ key: String) throws -> WhitelistEntry?
    /// The beginnings of accounts, without `*`, of entries that are not retired.
    func accountPrefixes() throws -> [String]
    /// What changed since a revision, by the entries' numbers.
    func past(since revision: Int64) throws -> [WhitelistPast]
    /// How many entries the revisions of an action made since a time.
    func enrolled(by action: String, since: Instant) throws -> Int
    /// The number that a new entry gets; those behind it get the numbers behind it.
    func nextEntry() throws -> Int64
}
