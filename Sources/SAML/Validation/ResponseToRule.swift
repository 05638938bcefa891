/// The response answers the request that this browser brought, or none when none is outstanding (saml-core 3.2.2,
/// saml-profiles 4.1.4.3).
enum ResponseToRule {
    static func judge(_ found: String?, _ expectations: ResponseExpectations, xpath: String) throws(Refusal) {
        guard found != expectations.requestID else { return }
        let none = "no InResponseTo"
        throw Refusal(
            .responseToMismatch,
            xpath: xpath,
            expected: expectations.requestID ?? none,
            found: found ?? none
        )
    }
}
