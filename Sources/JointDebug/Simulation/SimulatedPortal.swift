public import Hummingbird

/// The partner's portal: its customers, a button each, and the page that a waiting request is sent to.
public struct SimulatedPortal: Sendable {
    /// A customer of the portal.
    public struct Customer: Sendable {
        /// Makes a hand-off token, for a waiting request when one is named.
        public typealias Mint = @Sendable (_ request: String?) async throws -> String

        /// The name, for people.
        public let name: String
        let mint: Mint

        /// Describes a customer.
        public init(name: String, mint: @escaping Mint) {
            self.name = name
            self.mint = mint
        }
    }

    private let customers: [Customer]
    private let baseURL: String

    /// Makes the portal.
    /// - Parameters:
    ///   - customers: who is signed in; each gets a button.
    ///   - baseURL: the identity provider's address.
    public init(customers: [Customer], baseURL: String) {
        self.customers = customers
        self.baseURL = baseURL
    }

    /// Its routes.
    public var router: Router<BasicRequestContext> {
        let router = Router()
        router.get("/") { _, _ in try await page(nil) }
        router.get("/sign-in") { request, _ in
            try await page(request.uri.queryParameters["request"].map(String.init))
        }
        return router
    }

    private func page(_ waiting: String?) async throws -> Response {
        var forms = ""
        for customer in customers {
            forms += form(customer, try await customer.mint(waiting), to: waiting == nil ? "/sso/start" : "/sso/resume")
        }
        return SimulationPage.html(.ok, "伙伴门户 Partner portal", forms)
    }

    private func form(_ customer: Customer, _ token: String, to path: String) -> String {
        """
        <h2>\(SimulationPage.escape(customer.name))</h2><form method="post" action="\(baseURL)\(path)">\
        <input type="hidden" name="token" value="\(token)"><button>进入华为云 Go to HUAWEI CLOUD</button></form>
        """
    }
}
