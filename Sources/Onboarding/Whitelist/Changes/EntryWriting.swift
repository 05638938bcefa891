/// Writes entries down: proposals, and what a file says.
struct EntryWriting {
    private let stage: Stage
    private let change: WhitelistChange

    init(_ stage: Stage, _ change: WhitelistChange) {
        self.stage = stage
        self.change = change
    }

    func propose(_ drafts: [WhitelistDraft], on entries: some WhitelistEntries) throws -> [WhitelistDifference] {
        try requireDistinct(drafts)
        let first = try entries.nextEntry()
        let differences = try drafts.enumerated().map { index, draft in
            try requireNarrow(draft)
            guard try entries.entry(draft.subject.kind, draft.subject.key) == nil else {
                throw WhitelistRefusal(.duplicate, draft.subject.key, line: draft.line)
            }
            return WhitelistDifference(nil, entry(first + Int64(index), draft, .proposed, approvals: []))
        }
        try requireNarrowTogether(drafts, entries)
        return differences
    }

    func take(_ drafts: [WhitelistDraft], on entries: some WhitelistEntries) throws -> [WhitelistDifference] {
        try requireDistinct(drafts)
        var next = try entries.nextEntry()
        var differences: [WhitelistDifference] = []
        for draft in drafts {
            try requireNarrow(draft)
            let present = try entries.entry(draft.subject.kind, draft.subject.key)
            if let present, says(present, draft) { continue }
            if let present { try requireForwards(present, draft) }
            try requireApprovals(draft)
            let approvals = draft.state == .proposed ? [] : change.approvers
            differences.append(
                WhitelistDifference(present, entry(present?.id ?? next, draft, draft.state, approvals: approvals))
            )
            if present == nil { next += 1 }
        }
        try requireNarrowTogether(drafts, entries)
        return differences.sorted { $0.after.id < $1.after.id }
    }

    private func entry(
        _ id: Int64,
        _ draft: WhitelistDraft,
        _ state: WhitelistState,
        approvals: [WhitelistPerson]
    ) -> WhitelistEntry {
        WhitelistEntry(
            id: id,
            subject: draft.subject,
            validity: draft.validity,
            state: state,
            author: change.author,
            approvals: approvals
        )
    }

    private func says(_ present: WhitelistEntry, _ draft: WhitelistDraft) -> Bool {
        present.subject == draft.subject && present.validity == draft.validity && present.state == draft.state
    }

    private func requireDistinct(_ drafts: [WhitelistDraft]) throws(WhitelistRefusal) {
        guard !drafts.isEmpty else { throw WhitelistRefusal(.empty, "") }
        struct Key: Hashable {
            let kind: WhitelistKind
            let key: String
        }
        var seen: Set<Key> = []
        for draft in drafts where !seen.insert(Key(kind: draft.subject.kind, key: draft.subject.key)).inserted {
            throw WhitelistRefusal(.duplicate, draft.subject.key, line: draft.line)
        }
    }

    private func requireNarrow(_ draft: WhitelistDraft) throws(WhitelistRefusal) {
        do {
            try WideEntryRule(stage: stage).judge(draft.subject, draft.validity)
        } catch {
            throw error.at(draft.line)
        }
    }

    // All of a file together: with what is there, ten beginnings may be one digit's.
    private func requireNarrowTogether(_ drafts: [WhitelistDraft], _ entries: some WhitelistEntries) throws {
        let added = drafts.compactMap { draft -> String? in
            guard case .account(.prefix(let beginning)) = draft.subject else { return nil }
            return beginning
        }
        guard stage == .live, !added.isEmpty else { return }
        try WideEntryRule(stage: stage).judge(added, beside: entries.accountPrefixes())
    }

    private func requireForwards(_ present: WhitelistEntry, _ draft: WhitelistDraft) throws(WhitelistRefusal) {
        switch (present.state, draft.state) {
        case (.suspended, .active): throw WhitelistRefusal(.suspendedSince, draft.subject.key, line: draft.line)
        case (.active, .proposed), (.active, .approved), (.suspended, .proposed), (.suspended, .approved):
            throw WhitelistRefusal(.backwards, draft.subject.key, line: draft.line)
        default: break
        }
    }

    private func requireApprovals(_ draft: WhitelistDraft) throws(WhitelistRefusal) {
        guard draft.state != .retired else { throw WhitelistRefusal(.retired, draft.subject.key, line: draft.line) }
        let needed = draft.state == .proposed ? 0 : draft.subject.approvalsNeeded(in: stage)
        guard change.approvers.count >= needed else {
            throw WhitelistRefusal(.approverMissing, draft.subject.key, line: draft.line)
        }
    }
}
