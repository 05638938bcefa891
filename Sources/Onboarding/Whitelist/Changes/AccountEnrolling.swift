import XMLSecurity

/// Lets a portal add exact accounts by itself, as far as its enrolment goes (design section 9).
struct AccountEnrolling {
    /// A portal's number of accounts is counted over these seconds: a day that ends now, in every time zone alike.
    static let day: Int64 = 86_400

    let change: WhitelistChange
    let portal: String

    func judge(_ drafts: [WhitelistDraft], on entries: some WhitelistEntries) throws -> [WhitelistDifference] {
        let enrolment = try inForce(entries)
        guard case .enrolment(let terms) = enrolment.subject, !drafts.isEmpty else {
            throw WhitelistRefusal(.empty, "")
        }
        var next = try entries.nextEntry()
        var seen: Set<String> = []
        var differences: [WhitelistDifference] = []
        for draft in drafts where seen.insert(draft.subject.key).inserted {
            guard case .account(.exact(let account)) = draft.subject else {
                throw WhitelistRefusal(.enrolmentExact, draft.subject.key)
            }
            if let present = try entries.entry(.account, account) {
                try requireInForce(present)
                continue
            }
            differences.append(WhitelistDifference(nil, entry(next, draft, enrolment)))
            next += 1
        }
        let spent = try entries.enrolled(by: change.operation.action, since: change.at.adding(seconds: -Self.day))
        guard spent + differences.count <= terms.perDay else {
            throw WhitelistRefusal(.enrolmentSpent, "\(portal): \(spent) + \(differences.count) > \(terms.perDay)")
        }
        return differences
    }

    private func inForce(_ entries: some WhitelistEntries) throws -> WhitelistEntry {
        guard let enrolment = try entries.entry(.enrolment, portal) else {
            throw WhitelistRefusal(.enrolmentMissing, portal)
        }
        guard WhitelistGrant(enrolment).absence(at: change.at) == nil else {
            throw WhitelistRefusal(.enrolmentMissing, portal)
        }
        return enrolment
    }

    // Enrolled twice is enrolled; what persons suspended or have not agreed to yet is theirs.
    private func requireInForce(_ present: WhitelistEntry) throws(WhitelistRefusal) {
        switch present.state {
        case .active: break
        case .suspended: throw WhitelistRefusal(.suspendedSince, present.subject.key)
        case .proposed, .approved, .retired: throw WhitelistRefusal(.duplicate, present.subject.key)
        }
    }

    // The two who approved the enrolment answer for what it lets in.
    private func entry(_ id: Int64, _ draft: WhitelistDraft, _ enrolment: WhitelistEntry) -> WhitelistEntry {
        WhitelistEntry(
            id: id,
            subject: draft.subject,
            validity: draft.validity,
            state: .active,
            author: change.author,
            approvals: enrolment.approvals
        )
    }
}
