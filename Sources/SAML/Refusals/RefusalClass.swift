/// The kinds of refusal, as `request validate` and `response validate` print them in `class`.
public enum RefusalClass: String, CaseIterable, Sendable {
    case transport
    case dtd
    case limit
    case schema
    case structure
    case signature
    case reference
    case algorithm
    case key
    case issuer
    case status
    case destination
    case acs
    case audience
    case recipient
    case time
    case responseTo = "response-to"
    case replay
    case subject
    case nameID = "name-id"
    case authnContext = "authn-context"
    case condition
    case attribute
    case encryption
    case token
    case session
    case association
    case whitelist
}
