import Foundation
import SAML
import XMLSecurity

// One fault a family: what breaks its scenarios and nobody else's.
extension ProxyFault {
    /// metadata: it comes as a web page, with an endpoint more by the same binding.
    static let badMetadata = ProxyFault { exchange in
        guard exchange.path == "/saml/metadata", !exchange.isRefused else { return }
        let endpoint = "<md:SingleSignOnService Binding=\"\(Binding.httpRedirect.rawValue)\" "
        let other =
            endpoint + "Location=\"https://idp.example.com/sso\"></md:SingleSignOnService></md:IDPSSODescriptor>"
        exchange.show(exchange.text.replacing("</md:IDPSSODescriptor>", with: other))
    }

    /// first-login: notifications with a domain id as HUAWEI CLOUD makes them, of 32 digits, are answered and forgotten.
    static let forgetsLongDomainIDs = ProxyFault(instead: { exchange in
        guard exchange.path == "/huawei/association" else { return false }
        let form = String(decoding: exchange.asked, as: UTF8.self)
        let field = form.split(separator: "&").first { $0.hasPrefix("bindRequest=") }?.dropFirst("bindRequest=".count)
        let text = field.flatMap { String($0).removingPercentEncoding } ?? ""
        let json = String(decoding: Base64.decode(text.utf8) ?? [], as: UTF8.self)
        guard json.contains(/"domainId" ?: ?"[0-9a-f]{32}"/) else { return false }
        exchange.show("OK")
        return true
    })

    /// requests: only the signature's value is looked at.
    static let looksAtSignaturesOnly = ProxyFault { exchange in
        guard exchange.path.hasPrefix("/saml/sso"), exchange.isRefused else { return }
        if !exchange.text.contains("signature.value-mismatch") { exchange.agree() }
    }

    /// waiting: the request that waits is lost.
    static let losesWaitingRequests = ProxyFault(instead: { exchange in
        guard exchange.path.hasPrefix("/sso/resume") else { return false }
        exchange.refuse()
        return true
    })

    /// logout: the LogoutResponse is not signed.
    static let unsignedLogout = ProxyFault { exchange in
        guard exchange.path == "/saml/slo", let url = exchange.location, url.contains("SAMLResponse=") else { return }
        exchange.lead(to: url.split(separator: "&SigAlg=").first.map(String.init) ?? "")
    }

    /// notification: any is welcome.
    static let takesAnyNotification = ProxyFault { exchange in
        if exchange.path == "/huawei/association", exchange.isRefused { exchange.show("OK") }
    }

    /// rollover: metadata comes from a cache.
    static var cachedMetadata: ProxyFault {
        let cache = Cache()
        return ProxyFault { exchange in
            if exchange.path == "/saml/metadata" { exchange = await cache.first(exchange) }
        }
    }

    /// load: more than a few at once are turned away.
    static let turnsCrowdsAway = ProxyFault(most: 6)

    /// The metadata of a cache that is never emptied.
    private actor Cache {
        private var kept: ProxiedExchange?

        func first(_ exchange: ProxiedExchange) -> ProxiedExchange {
            kept = kept ?? exchange
            return kept ?? exchange
        }
    }
}
