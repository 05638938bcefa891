extension SPSSODescriptor {
    /// Where the answer to a request goes (saml-core 3.4.1, saml2int SDP-IDP06).
    ///
    /// A signature does not lift the rule: what is not in metadata is refused (saml-profiles 4.1.4.1). Addresses are
    /// compared letter by letter.
    /// - Parameters:
    ///   - url: `AssertionConsumerServiceURL` of the request.
    ///   - index: `AssertionConsumerServiceIndex` of the request.
    ///   - binding: `ProtocolBinding` of the request.
    /// - Returns: an endpoint by HTTP-POST.
    /// - Throws: ``Refusal`` of class acs.
    public func assertionConsumerService(url: String?, index: Int?, binding: String?) throws(Refusal) -> Endpoint {
        let post = Binding.httpPOST.rawValue
        guard binding == nil || binding == post else {
            throw Refusal(.acsBinding, xpath: "/samlp:AuthnRequest/@ProtocolBinding", expected: post, found: binding)
        }
        let services = assertionConsumerServices.filter { $0.binding == post }
        if let url {
            guard let service = services.first(where: { $0.location == url }) else {
                throw Refusal(
                    .acsUnregistered,
                    xpath: "/samlp:AuthnRequest/@AssertionConsumerServiceURL",
                    expected: services.map(\.location).joined(separator: " or "),
                    found: url
                )
            }
            return service
        }
        if let index {
            guard let service = services.first(where: { $0.index == index }) else {
                throw Refusal(
                    .acsIndex,
                    xpath: "/samlp:AuthnRequest/@AssertionConsumerServiceIndex",
                    expected: services.compactMap(\.index).map(String.init).joined(separator: " or "),
                    found: String(index)
                )
            }
            return service
        }
        // saml-metadata 2.2.3: the default, else the first that is not said to be none, else the first.
        let chosen =
            services.first { $0.isDefault == true } ?? services.first { $0.isDefault == nil } ?? services.first
        guard let chosen else { throw Refusal(.acsUnregistered, expected: "an AssertionConsumerService") }
        return chosen
    }
}
