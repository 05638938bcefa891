import HuaweiCloud
public import Hummingbird
import SAML
import XMLSecurity

/// The console host, on another origin than the login host: where a customer lands.
public struct ConsoleHost: Sendable {
    private static let cookie = "simulation-console"

    private let simulation: SimulatedHuaweiCloud

    /// Makes the host.
    public init(_ simulation: SimulatedHuaweiCloud) {
        self.simulation = simulation
    }

    /// Its routes.
    public var router: Router<BasicRequestContext> {
        let router = Router()
        router.add(middleware: FaultMiddleware(simulation))
        router.get("/") { request, _ in await page(request) }
        router.get("**") { request, _ in await page(request) }
        return router
    }

    private func page(_ request: Request) async -> Response {
        if let ticket = request.uri.queryParameters["arrival"],
            let session = await simulation.sessions.redeem(String(ticket))
        {
            var page = show(session, request)
            page.headers[.setCookie] = "\(Self.cookie)=\(session.id); Path=/; HttpOnly; SameSite=Lax"
            return page
        }
        guard let id = Cookies(request)[Self.cookie], let session = await simulation.sessions.session(id) else {
            return SimulationPage.html(
                .forbidden,
                "未登录 Nobody is signed in",
                "<p>请从伙伴门户进入。<br>Come from the partner's portal.</p>"
            )
        }
        return show(session, request)
    }

    private func show(_ session: SimulatedSession, _ request: Request) -> Response {
        let arrival = session.arrival
        let logout = simulation.loginOrigin + LogoutPath.start
        let account = [
            ["页面 page", request.uri.path], ["华为云账号 account", session.domainName],
            ["账号 ID account id", session.domainID], ["平台 platform", arrival.platformID],
            ["时间 time", arrival.at.xsDateTime],
        ]
        return SimulationPage.html(
            .ok,
            "华为云控制台 HUAWEI CLOUD console",
            Table.html(account) + "<h2>属性 Attributes</h2>"
                + Table.html(arrival.attributes.map { [$0.name, $0.values.joined(separator: ", ")] })
                + "<p><a href=\"\(SimulationPage.escape(logout))\">退出登录 Log out</a></p>"
        )
    }
}
