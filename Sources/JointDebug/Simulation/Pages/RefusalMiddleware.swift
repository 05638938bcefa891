import Hummingbird
import SAML

/// Turns what a route throws into the page that says why.
struct RefusalMiddleware: RouterMiddleware {
    typealias Context = BasicRequestContext

    func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let refusal as Refusal {
            return RefusalPage.of([refusal], status: .badRequest)
        } catch let error as FaultError {
            return SimulationPage.unusable(error.message)
        }
    }
}
