public import Hummingbird

/// The console host: where a customer lands.
public struct ConsoleHost: Sendable {
    /// Makes the host.
    public init() {}

    /// Its routes.
    public var router: Router<BasicRequestContext> {
        let router = Router()
        router.get("**") { request, _ in
            SimulationPage.html(.ok, "华为云控制台 HUAWEI CLOUD console", "<p>\(SimulationPage.escape(request.uri.path))</p>")
        }
        return router
    }
}
