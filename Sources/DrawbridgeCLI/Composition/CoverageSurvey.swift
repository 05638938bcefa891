import HuaweiCloud
import IdentityProvider
import Onboarding
import SAML
import Server
import Storage
import XMLSecurity

/// Who is known to an installation, and whom a whitelist would refuse of them.
///
/// The ledger holds accounts as keyed hashes. They are found again by hashing those that are known in plain: of
/// associations, of hand-offs and of both whitelists.
struct CoverageSurvey {
    private static let page = 10_000

    private struct Key: Hashable {
        let hash: String
        let serviceProvider: String?
    }

    let workspace: Workspace

    /// The survey of a stage.
    func coverage(of stage: Stage, since: Instant) async throws -> (coverage: WhitelistCoverage, revision: Int64) {
        let snapshot = try await SQLiteWhitelistStore(workspace.database).snapshot(of: stage, following: nil)
        let subjects = try await subjects(since: since)
        let coverage = WhitelistCoverage(of: subjects, by: snapshot, in: stage, at: workspace.clock.now)
        return (coverage, snapshot.revision)
    }

    private func subjects(since: Instant) async throws -> [CoverageSubject] {
        let hash = try workspace.accountHash()
        let locations = try locations()
        var subjects: [Key: CoverageSubject] = [:]
        func keep(_ subject: CoverageSubject) {
            let key = Key(hash: subject.hash, serviceProvider: subject.serviceProvider)
            if let known = subjects[key], known.last >= subject.last { return }
            subjects[key] = subject
        }
        for association in try await associations() {
            let entityID = workspace.configuration.huawei?.serviceProvider
            keep(
                CoverageSubject(
                    account: association.account,
                    hash: hash.hash(association.account),
                    serviceProvider: entityID,
                    assertionConsumerService: entityID.flatMap { locations[$0] },
                    destination: destination(of: entityID),
                    source: .association,
                    last: association.since
                )
            )
        }
        let crossed = try await workspace.archive.signOns(since: since)
        let names = try await names(of: Set(crossed.map(\.account)), by: hash)
        for one in crossed {
            keep(
                CoverageSubject(
                    account: names[one.account],
                    hash: one.account,
                    serviceProvider: one.serviceProvider,
                    assertionConsumerService: locations[one.serviceProvider],
                    destination: destination(of: one.serviceProvider),
                    source: .signOn,
                    last: one.last
                )
            )
        }
        return subjects.values.sorted {
            ($0.account ?? "", $0.hash, $0.serviceProvider ?? "") < (
                $1.account ?? "", $1.hash, $1.serviceProvider ?? ""
            )
        }
    }

    // Where each SP's metadata has its Responses sent when a request names no place.
    private func locations() throws -> [String: String] {
        let imported = try workspace.metadataDirectory.serviceProviders(at: workspace.clock.now).entries
        let pairs = imported.compactMap { entry -> (String, String)? in
            let services = entry.entity.spSSODescriptor?.assertionConsumerServices ?? []
            let usual = services.first { $0.isDefault == true } ?? services.first
            return usual.map { (entry.entity.entityID, $0.location) }
        }
        return Dictionary(pairs) { first, _ in first }
    }

    // Links are made for HUAWEI CLOUD alone.
    private func destination(of entityID: String?) -> String? {
        guard let huawei = workspace.configuration.huawei, huawei.serviceProvider == entityID else { return nil }
        return huawei.site.defaultService
    }

    private func associations() async throws -> [Onboarding.Association] {
        try await AllAssociations(store: workspace.associationStore()).collect { _ in true }
    }

    // All accounts may be a million: they are hashed a page at a time, and only those that crossed are kept.
    private func names(of hashes: Set<String>, by hash: AccountHash) async throws -> [String: String] {
        var names: [String: String] = [:]
        func look(_ account: String) {
            let hashed = hash.hash(account)
            if hashes.contains(hashed) { names[hashed] = account }
        }
        let store = try await workspace.associationStore()
        var last = ""
        while names.count < hashes.count {
            let page = try await store.knownAccounts(after: last, limit: Self.page)
            page.forEach(look)
            guard let end = page.last else { break }
            last = end
        }
        for stage in [Stage.jointDebug, .live] where names.count < hashes.count {
            let accounts = WhitelistSelection(kind: .account)
            for entry in try await WhitelistDesk(workspace, stage: stage).entries(accounts) {
                if case .account(.exact(let account)) = entry.subject { look(account) }
            }
        }
        return names
    }
}
