public import Hummingbird

/// The partner's portal: a customer signed in, one button, and the page that a waiting request is sent to.
public struct SimulatedPortal: Sendable {
    /// Makes a hand-off token, for a waiting request when one is named.
    public typealias Mint = @Sendable (_ request: String?) async throws -> String

    private let customer: String
    private let baseURL: String
    private let mint: Mint

    /// Makes the portal.
    /// - Parameters:
    ///   - customer: the name of the customer who is signed in.
    ///   - baseURL: the identity provider's address.
    ///   - mint: makes hand-off tokens.
    public init(customer: String, baseURL: String, mint: @escaping Mint) {
        self.customer = customer
        self.baseURL = baseURL
        self.mint = mint
    }

    /// Its routes.
    public var router: Router<BasicRequestContext> {
        let router = Router()
        router.get("/") { _, _ in try await page(posting: mint(nil), to: "/sso/start") }
        router.get("/sign-in") { request, _ in
            let waiting = request.uri.queryParameters["request"].map(String.init)
            return try await page(posting: mint(waiting), to: waiting == nil ? "/sso/start" : "/sso/resume")
        }
        return router
    }

    private func page(posting token: String, to path: String) -> Response {
        SimulationPage.html(
            .ok,
            "伙伴门户 Partner portal",
            """
            <p>\(SimulationPage.escape(customer))</p><form method="post" action="\(baseURL)\(path)">\
            <input type="hidden" name="token" value="\(token)"><button>进入华为云 Go to HUAWEI CLOUD</button></form>
            """
        )
    }
}
