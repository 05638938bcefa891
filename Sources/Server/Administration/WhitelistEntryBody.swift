import Onboarding
import XMLSecurity

/// A person of the history in JSON.
struct PersonBody: Encodable {
    let name: String
    let proved: Bool
    let systemUser: String?

    init(_ person: WhitelistPerson) {
        name = person.name
        proved = person.isProved
        systemUser = person.systemUser
    }
}

/// An entry in JSON.
struct WhitelistEntryBody: Encodable {
    static let schema = "drawbridge.whitelist.v1"

    let id: Int64
    let kind: String
    let subject: String
    let state: String
    let validFrom: String?
    let validUntil: String?
    var accounts: String?
    var acs: [String]?
    var certificates: [String]?
    var site: String?
    var platformId: String?
    var perDay: Int?
    let author: PersonBody
    let approvals: [PersonBody]
    let sharesSystemUser: Bool

    init(_ entry: WhitelistEntry) {
        id = entry.id
        kind = entry.subject.kind.rawValue
        subject = entry.subject.key
        state = entry.state.rawValue
        validFrom = entry.validity.from?.xsDateTime
        validUntil = entry.validity.until?.xsDateTime
        author = PersonBody(entry.author)
        approvals = entry.approvals.map(PersonBody.init)
        sharesSystemUser = entry.sharesSystemUser
        switch entry.subject {
        case .serviceProvider(let provider):
            accounts = provider.accounts.rawValue
            acs = provider.assertionConsumerServices
            certificates = provider.certificates
            site = provider.site
            platformId = provider.platformID
        case .enrolment(let enrolment): perDay = enrolment.perDay
        case .account, .destination, .network, .gateway: break
        }
    }
}
