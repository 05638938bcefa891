/// The response answers the request that this browser brought, or none when none is outstanding (saml-core 3.2.2,
/// saml-profiles 4.1.4.3).
enum ResponseToRule {
    static func judge(_ found: String?, _ expectations: ResponseExpectations, xpath: String) throws(Refusal) {
        let none = "no InResponseTo"
        let expected: String
        switch expectations.request {
        case .unknown: return
        case .none where found == nil: return
        case .id(let id) where found == id: return
        case .none: expected = none
        case .id(let id): expected = id
        }
        throw Refusal(.responseToMismatch, xpath: xpath, expected: expected, found: found ?? none)
    }
}
