import IdentityProvider
import XMLSecurity

/// A record of the ledger or the trail for machines.
struct ReportedRecord: Encodable {
    let chain: String
    let sequence: Int64
    let at: String
    let kind: String
    var reference: String?
    var code: String?
    var serviceProvider: String?
    var accountHash: String?
    var portal: String?
    var subject: String?
    var action: String?
    var person: String?
    var reason: String?
    var omitted: Int?
    var assertionID: String?
    var responseID: String?
    var requestID: String?
    var keyID: String?
    var algorithm: String?
    var digest: String?

    init(_ record: AuditRecord) {
        chain = record.chain.rawValue
        sequence = record.sequence
        at = record.at.xsDateTime
        kind = record.kind.rawValue
        reference = record.reference
        code = record.code
        serviceProvider = record.serviceProvider
        accountHash = record.account
        switch record.content {
        case .event(let entry): take(entry)
        case .issuance(let entry): take(entry)
        }
    }

    /// One line for a table.
    var summary: String {
        switch kind {
        case AuditKind.issued.rawValue: [serviceProvider, assertionID].compactMap(\.self).joined(separator: " ")
        default:
            [code, portal, serviceProvider, subject, action, person].compactMap(\.self).joined(separator: " ")
        }
    }

    private mutating func take(_ entry: TrailEntry) {
        portal = entry.portal
        subject = entry.subject
        action = entry.action
        person = entry.person
        reason = entry.reason
        omitted = entry.omitted
    }

    private mutating func take(_ entry: LedgerEntry) {
        assertionID = entry.assertionID
        responseID = entry.responseID
        requestID = entry.requestID
        keyID = entry.keyID
        algorithm = entry.algorithm
        digest = entry.digest
    }
}
