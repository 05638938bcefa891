import SAML
import XMLSecurity

extension WhitelistSnapshot {
    /// Decides: refuses whatever no entry in force admits.
    /// - Parameters:
    ///   - question: what is asked.
    ///   - stage: the stage that the instance runs in; `closed` refuses everything.
    /// - Returns: the entries that admit, or the refusal with the entry that came nearest.
    public func decide(_ question: WhitelistQuestion, in stage: Stage) -> WhitelistDecision {
        guard stage != .closed else { return .refused(Refusal(.whitelistClosed), entry: nil) }
        var entries: [Int64] = []
        let provider = question.serviceProvider.flatMap { providers[$0] }
        if question.serviceProvider != nil {
            var search = GrantSearch(at: question.at)
            search.consider(provider?.grant)
            guard let entry = search.admitting else { return Self.refused(.whitelistServiceProvider, search) }
            entries.append(entry)
        }
        if let location = question.assertionConsumerService, !(provider.map { $0.allows(location) } ?? false) {
            return Self.refused(.whitelistACS, GrantSearch(at: question.at))
        }
        if let account = question.account {
            let search = search(account, at: provider, question)
            guard let entry = search.admitting else { return Self.refused(.whitelistAccount, search) }
            entries.append(entry)
        }
        if let destination = question.destination {
            let search = search(destination: destination, at: question.at)
            guard let entry = search.admitting else { return Self.refused(.whitelistDestination, search) }
            entries.append(entry)
        }
        if let address = question.address {
            let search = search(address, at: question.at)
            guard let entry = search.admitting else { return Self.refused(.whitelistNetwork, search) }
            entries.append(entry)
        }
        // A question about nothing is a mistake of ours, and admits nobody.
        guard !entries.isEmpty else { return .refused(Refusal(.whitelistServiceProvider), entry: nil) }
        return .admitted(by: entries)
    }

    private static func refused(_ code: RefusalCode, _ search: GrantSearch) -> WhitelistDecision {
        .refused(Refusal(code, expected: "an active entry", found: search.absence.word), entry: search.entry)
    }

    // The account itself, then its beginnings, the longest first, then an SP for all. Where no SP is named, at a
    // hand-off, it may be any.
    private func search(_ account: String, at provider: Provider?, _ question: WhitelistQuestion) -> GrantSearch {
        var search = GrantSearch(at: question.at)
        if search.consider(accounts.grant(account)) { return search }
        for grant in prefixes.values(along: account.utf8).reversed() where search.consider(grant) { return search }
        guard question.serviceProvider == nil else {
            search.consider(provider.flatMap { $0.provider.accounts == .all ? $0.grant : nil })
            return search
        }
        let open = providers.values.filter { $0.provider.accounts == .all }
        for provider in open.sorted(by: { $0.grant.entry < $1.grant.entry }) { search.consider(provider.grant) }
        return search
    }

    private func search(destination: String, at now: Instant) -> GrantSearch {
        var search = GrantSearch(at: now)
        guard let place = PlainPath(destination) else { return search }
        let named = destinations.values.filter { $0.pattern.matches(place) }
        // All that match begin alike: no two are of one length.
        for one in named.sorted(by: { $0.pattern.text.utf8.count > $1.pattern.text.utf8.count }) {
            search.consider(one.grant)
        }
        return search
    }

    private func search(_ address: NetworkAddress, at now: Instant) -> GrantSearch {
        var search = GrantSearch(at: now)
        let named = networks.values.filter { $0.pattern.contains(address) }
        for one in named.sorted(by: { $0.pattern.bits > $1.pattern.bits }) { search.consider(one.grant) }
        return search
    }
}

extension WhitelistSnapshot.Provider {
    fileprivate func allows(_ location: String) -> Bool {
        provider.assertionConsumerServices.isEmpty || provider.assertionConsumerServices.contains(location)
    }
}
