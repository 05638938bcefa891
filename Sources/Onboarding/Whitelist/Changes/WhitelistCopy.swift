/// What of one stage's whitelist another may begin with, as proposals that persons approve one by one.
public struct WhitelistCopy: Sendable {
    /// An entry that does not come along, and why.
    public struct LeftOut: Hashable, Sendable {
        /// The entry.
        public let entry: WhitelistEntry
        /// The rule of the other stage that it breaks.
        public let refusal: WhitelistRefusal
    }

    /// What to propose.
    public let drafts: [WhitelistDraft]
    /// What does not come along.
    public let leftOut: [LeftOut]

    /// Chooses.
    /// - Parameters:
    ///   - entries: the entries of the one stage; those that are in force are taken.
    ///   - present: the entries of the other that are not retired.
    ///   - stage: the other.
    ///   - complete: makes of an SP what the other stage wants of it, such as its certificates.
    public init(
        of entries: [WhitelistEntry],
        beside present: [WhitelistEntry],
        to stage: Stage,
        completing complete: (WhitelistedProvider) -> WhitelistedProvider = { $0 }
    ) {
        struct Key: Hashable {
            let kind: WhitelistKind
            let key: String
        }
        let known = Set(present.map { Key(kind: $0.subject.kind, key: $0.subject.key) })
        var drafts: [WhitelistDraft] = []
        var leftOut: [LeftOut] = []
        for entry in entries where entry.state == .active {
            guard !known.contains(Key(kind: entry.subject.kind, key: entry.subject.key)) else { continue }
            var subject = entry.subject
            if case .serviceProvider(let provider) = subject { subject = .serviceProvider(complete(provider)) }
            do {
                try WideEntryRule(stage: stage).judge(subject, entry.validity)
                drafts.append(WhitelistDraft(subject, validity: entry.validity))
            } catch {
                leftOut.append(LeftOut(entry: entry, refusal: error))
            }
        }
        self.drafts = drafts
        self.leftOut = leftOut
    }
}
