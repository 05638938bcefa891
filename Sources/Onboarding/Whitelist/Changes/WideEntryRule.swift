import SAML

/// What live traffic does not take: entries that leave hardly anybody out.
struct WideEntryRule {
    let stage: Stage

    /// The shortest prefixes of v4 and v6 networks in `live`.
    private static let shortestNetwork = (v4: 8, v6: 16)

    func judge(_ subject: WhitelistSubject, _ validity: Validity) throws(WhitelistRefusal) {
        if case .enrolment = subject, validity.until == nil { throw WhitelistRefusal(.endMissing, subject.key) }
        guard stage == .live else { return }
        switch subject {
        case .account(.prefix(let beginning)) where beginning.count < AccountPattern.shortestLive:
            throw WhitelistRefusal(.widePrefix, subject.key)
        case .destination(let pattern) where pattern.origin == nil:
            throw WhitelistRefusal(.wideDestination, subject.key)
        case .network(let range) where range.bits < shortest(range):
            throw WhitelistRefusal(.wideNetwork, subject.key)
        case .serviceProvider(let provider): try judge(provider, validity)
        case .account, .destination, .network, .enrolment, .gateway: break
        }
    }

    private func shortest(_ range: NetworkRange) -> Int {
        range.address.octets.count == 4 ? Self.shortestNetwork.v4 : Self.shortestNetwork.v6
    }

    private func judge(_ provider: WhitelistedProvider, _ validity: Validity) throws(WhitelistRefusal) {
        guard !provider.assertionConsumerServices.isEmpty, !provider.certificates.isEmpty else {
            throw WhitelistRefusal(.incomplete, provider.entityID)
        }
        guard provider.accounts == .listed || validity.until != nil else {
            throw WhitelistRefusal(.endMissing, provider.entityID)
        }
    }

    /// Judges the beginnings of accounts together.
    /// - Parameters:
    ///   - added: those of the change.
    ///   - present: those that are there.
    /// - Throws: ``WhitelistRefusal`` when they leave nothing of a first character out.
    func judge(_ added: [String], beside present: [String]) throws(WhitelistRefusal) {
        guard stage == .live, !added.isEmpty else { return }
        let firsts = Set(added.compactMap(\.first))
        let all = (present + added).filter { $0.first.map(firsts.contains) ?? false }
        guard let covered = PrefixCover(all).coveredFirst else { return }
        throw WhitelistRefusal(.coveringPrefixes, "\(covered)*")
    }
}
