import HTTPTypes
import Hummingbird
import SAML

/// Who may steer the simulation: programs and browsers on this machine, from its own pages.
///
/// The listeners are bound to loopback addresses, so that every peer is on this machine. A web site that a developer
/// has open is there as well; it is kept out by the name that it was called by and by the origin of its forms.
struct ControlGuard: RouterMiddleware {
    typealias Context = BasicRequestContext

    static let path = "/simulation"

    let simulation: SimulatedHuaweiCloud

    static func covers(_ request: Request) -> Bool {
        request.uri.path == path || request.uri.path.hasPrefix(path + "/")
    }

    func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard isCalledByLoopback(request), isFromHere(request) else {
            return SimulationPage.html(
                .forbidden,
                "仅限本机 This machine only",
                SimulationPage.both(
                    Bilingual("Open it at \(simulation.loginOrigin).", "请从 \(simulation.loginOrigin) 打开。")
                )
            )
        }
        return try await next(request, context)
    }

    private func isCalledByLoopback(_ request: Request) -> Bool {
        guard let authority = request.head.authority else { return false }
        return (try? WebAddress("http://" + authority))?.isLoopback == true
    }

    private func isFromHere(_ request: Request) -> Bool {
        guard request.method != .get, let origin = request.headers[.origin] else { return true }
        return origin == simulation.loginOrigin
    }
}
