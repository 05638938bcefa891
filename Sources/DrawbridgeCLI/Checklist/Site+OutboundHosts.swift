import HuaweiCloud
import Onboarding
import SAML

extension Site {
    /// The hosts that a partner's firewall must let out to: login, console, and the gateway of the BSS where it is documented
    /// (huawei-cloud.md 10 #72).
    func outboundHosts() throws -> [GatewayAddress] {
        try [loginLink, defaultService, bssEndpoint].compactMap { $0 }.map { place in
            let address = try WebAddress(place)
            return try GatewayAddress("\(address.host):\(address.port ?? (address.scheme == "https" ? 443 : 80))")
        }
    }
}
