import Foundation
import GRDB
import Onboarding
import XMLSecurity

/// Judges one event inside a transaction and writes what follows from it.
struct AssociationWriter {
    let database: GRDB.Database
    let portals: Set<String>
    let now: Instant
    var person: String?
    var reason: String?
    var isDryRun = false

    func judge(_ event: AssociationEvent, of account: String, at time: Instant) throws -> AssociationJudgement {
        let present = try AssociationRows.association(account, database)
        let judgement = AssociationRule.judge(event, of: account, present: present, at: time)
        guard judgement.outcome == .applied, let association = judgement.association, !isDryRun else {
            return judgement
        }
        let change = AssociationChange(
            previous: present?.state ?? .unknown,
            association: association,
            at: now,
            person: person,
            reason: reason
        )
        try AssociationRows.save(association, database)
        let content = try AssociationRows.encode(change)
        try database.cachedStatement(sql: "INSERT INTO association_change (account, content) VALUES (?, ?)")
            .execute(arguments: [account, content])
        try tell(content, of: account)
        return judgement
    }

    private func tell(_ content: String, of account: String) throws {
        guard !portals.isEmpty else { return }
        let known = Set(try HandOffRows.of(.account, account, database).map(\.portal))
        for portal in known.intersection(portals).sorted() {
            try database.cachedStatement(
                sql: """
                    INSERT INTO webhook_delivery (portal, content, state, attempts, due) VALUES (?, ?, 'waiting', 0, ?)
                    """
            ).execute(arguments: [portal, content, now.milliseconds])
        }
    }
}
