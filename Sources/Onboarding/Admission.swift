public import SAML

/// Who may take part now: the stage that the instance runs in, and that stage's whitelist.
///
/// A decision asks it and nothing else, before sign-in and again when an assertion is issued.
public struct Admission: Sendable {
    /// The stage.
    public let stage: Stage
    /// Its whitelist.
    public let whitelist: WhitelistSnapshot

    /// Puts both together.
    public init(_ stage: Stage, _ whitelist: WhitelistSnapshot) {
        self.stage = stage
        self.whitelist = whitelist
    }

    /// Judges a sign-on.
    /// - Parameter question: what is asked.
    /// - Returns: the refusal, `nil` when the sign-on may go on.
    public func refusal(_ question: WhitelistQuestion) -> Refusal? {
        whitelist.decide(question, in: stage).refusal
    }

    /// All accounts and all destinations for these SPs: for an operator who issues a Response by hand, and for tests.
    public static func open(to entityIDs: [String]) -> Admission {
        let subjects = entityIDs.compactMap { id in
            (try? WhitelistedProvider(id, accounts: .all)).map(WhitelistSubject.serviceProvider)
        }
        let anywhere = (try? DestinationPattern("*")).map { [WhitelistSubject.destination($0)] } ?? []
        guard let author = try? WhitelistPerson("operator", isProved: false) else { return Admission(.closed, .init()) }
        let entries = (subjects + anywhere).enumerated().map { index, subject in
            WhitelistEntry(id: Int64(index + 1), subject: subject, state: .active, author: author)
        }
        return Admission(.jointDebug, WhitelistSnapshot().applying(entries, revision: 1))
    }
}
