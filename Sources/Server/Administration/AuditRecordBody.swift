import IdentityProvider
import XMLSecurity

/// A record of the ledger or the trail in JSON; of an account only its hash.
struct AuditRecordBody: Encodable {
    static let schema = "drawbridge.audit.v1"

    let chain: String
    let sequence: Int64
    let at: String
    let kind: String
    let reference: String?
    let code: String?
    let serviceProvider: String?
    let accountHash: String?
    var portal: String?
    var subject: String?
    var action: String?
    var person: String?
    var reason: String?
    var omitted: Int?
    var assertionId: String?
    var responseId: String?
    var requestId: String?
    var keyId: String?

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
        case .event(let entry):
            (portal, subject, action) = (entry.portal, entry.subject, entry.action)
            (person, reason, omitted) = (entry.person, entry.reason, entry.omitted)
        case .issuance(let entry):
            (assertionId, responseId) = (entry.assertionID, entry.responseID)
            (requestId, keyId) = (entry.requestID, entry.keyID)
        }
    }
}
