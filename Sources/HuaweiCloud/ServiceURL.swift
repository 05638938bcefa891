public import SAML

/// The page of HUAWEI CLOUD that a customer lands on, `service`: https, on the site's own hosts.
public struct ServiceURL: Hashable, Sendable {
    /// The address.
    public let value: String

    /// Takes an address.
    /// - Parameters:
    ///   - value: the address, not encoded.
    ///   - site: the site whose hosts it must be on.
    /// - Throws: ``Refusal`` with the rule that it breaks.
    public init(_ value: String, at site: Site) throws(Refusal) {
        if let fault = Location.fault(of: value) {
            throw Refusal(.serviceInvalid, expected: fault, found: value)
        }
        // Only a simulated console is reached by http; Location takes it on this machine alone.
        guard value.hasPrefix("https://") || site.isSimulation else {
            throw Refusal(.serviceInvalid, expected: "an address that begins with https://", found: value)
        }
        guard !value.contains("%25") else {
            throw Refusal(.serviceEncoded, expected: "the address as it is, not percent-encoded", found: value)
        }
        let host = Location.host(of: value)
        guard host == site.serviceDomain || (!site.isSimulation && host.hasSuffix("." + site.serviceDomain)) else {
            throw Refusal(.serviceHost, expected: "a host of \(site.serviceDomain)", found: host)
        }
        guard
            !value.dropFirst(value.hasPrefix("https://") ? 8 : 7).prefix(while: { $0 != "/" }).contains(":")
                || site.isSimulation
        else { throw Refusal(.serviceHost, expected: "no port", found: value) }
        self.value = value
    }
}
