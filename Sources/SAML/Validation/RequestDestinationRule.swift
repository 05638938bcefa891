/// The message was meant for us (saml-core 3.2.1; saml-bindings 3.4.5.2 and 3.5.5.2 for signed ones).
enum RequestDestinationRule {
    static func judge(_ request: AuthnRequest, isSigned: Bool, ourAddress: String) throws(Refusal) {
        guard let destination = request.destination else {
            guard !isSigned else {
                throw Refusal(.destinationMissing, xpath: "/samlp:AuthnRequest", expected: ourAddress)
            }
            return
        }
        guard destination == ourAddress else {
            throw Refusal(
                .destinationMismatch,
                xpath: "/samlp:AuthnRequest/@Destination",
                expected: ourAddress,
                found: destination
            )
        }
    }
}
