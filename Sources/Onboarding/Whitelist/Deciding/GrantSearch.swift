import XMLSecurity

/// Looks for the grant that decides, among those of one subject, the narrowest first.
///
/// The first that is in force or was suspended decides: who is suspended by name is not let in by a wider entry. One
/// that waits or is over says nothing.
struct GrantSearch {
    private let time: Instant
    private var nearest: (entry: Int64, absence: WhitelistAbsence?)?
    private var isDecided = false

    init(at now: Instant) {
        time = now
    }

    /// The entry that admits.
    var admitting: Int64? {
        guard let nearest, nearest.absence == nil else { return nil }
        return nearest.entry
    }

    /// The entry that came nearest, when none admits.
    var entry: Int64? { nearest?.entry }

    /// Why none admits.
    var absence: WhitelistAbsence { nearest?.absence ?? .notListed }

    /// Looks at another; whether that is the end of the search.
    @discardableResult
    mutating func consider(_ grant: WhitelistGrant?) -> Bool {
        guard !isDecided, let grant else { return isDecided }
        let absence = grant.absence(at: time)
        isDecided = absence == nil || absence == .state(.suspended)
        if isDecided || nearest == nil { nearest = (grant.entry, absence) }
        return isDecided
    }
}
