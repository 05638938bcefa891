import Onboarding
import XMLSecurity

/// A revision in JSON.
struct RevisionBody: Encodable {
    static let schema = "drawbridge.whitelist-history.v1"

    let revision: Int64
    let at: String
    let action: String
    let author: PersonBody
    let approvers: [PersonBody]
    let reason: String

    init(_ revision: WhitelistRevision) {
        self.revision = revision.number
        at = revision.at.xsDateTime
        action = revision.action
        author = PersonBody(revision.author)
        approvers = revision.approvers.map(PersonBody.init)
        reason = revision.reason
    }
}
