import SAML

// Those who say yes to everything, so that what a scenario expects to be refused is not, and those who say no.
extension ProxyFault {
    /// The identity provider does whatever it refuses to.
    static func neverRefuses(login: String) -> ProxyFault {
        ProxyFault { exchange in
            let path = exchange.path
            if path.hasPrefix("/saml/sso") || path.hasPrefix("/sso/resume") {
                let isError = exchange.message.map { !$0.contains(StatusCode.success.rawValue) } ?? false
                if exchange.isRefused || isError { exchange.agree() }
            } else if exchange.isRefused, path.hasPrefix("/sso/start") {
                exchange.lead(to: login + "/authui/saml/login?isFirstLogin=false")
            } else if exchange.isRefused, path == "/saml/slo" {
                exchange.lead(to: login + "/authui/saml/LogoutServiceHTTPRedirectResponse")
            } else if exchange.isRefused, path == "/huawei/association" {
                exchange.show("OK")
            }
        }
    }

    /// Nobody is ever sent to the portal.
    static let neverAsksThePortal = ProxyFault { exchange in
        guard exchange.path.hasPrefix("/saml/sso"), exchange.location?.contains("/sign-in") == true else { return }
        exchange.agree()
    }

    /// Responses go to somebody at `base` who takes every one of them, and not to HUAWEI CLOUD's `consumer`.
    static func takesAnyResponse(base: String, consumer: String) -> ProxyFault {
        ProxyFault(
            change: { exchange in
                if exchange.message != nil { exchange.rewrite(consumer, to: base + "/taken") }
            },
            instead: { exchange in
                switch exchange.path {
                case "/taken": exchange.lead(to: base + "/landed")
                case "/landed": exchange.show("landed")
                default: return false
                }
                return true
            }
        )
    }

    /// Nobody is answered, but for the question whether it runs.
    static let turnsEverybodyAway = ProxyFault(instead: { exchange in
        guard exchange.path != "/healthz" else { return false }
        exchange.refuse()
        return true
    })

    /// Every tenth request is turned away.
    static var turnsEveryTenthAway: ProxyFault {
        let turnstile = Turnstile()
        return ProxyFault(instead: { exchange in
            guard exchange.path == "/saml/sso", await turnstile.next().isMultiple(of: 10) else { return false }
            exchange.refuse()
            return true
        })
    }

    private actor Turnstile {
        private var count = 0

        func next() -> Int {
            count += 1
            return count
        }
    }
}
