import HTTPTypes
public import Hummingbird

/// Answers late, or with an error of the server, when told to.
///
/// The pages under `/simulation` never do: a fault must be possible to switch off.
public struct FaultMiddleware: RouterMiddleware {
    /// What the routes of the simulation have as context.
    public typealias Context = BasicRequestContext

    private let simulation: SimulatedHuaweiCloud

    /// Makes the middleware.
    public init(_ simulation: SimulatedHuaweiCloud) {
        self.simulation = simulation
    }

    /// Answers, or lets the route answer.
    public func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard !ControlGuard.covers(request) else { return try await next(request, context) }
        let faults: Faults
        do {
            faults = try simulation.faults.faults(for: request)
        } catch {
            return SimulationPage.unusable(error.message)
        }
        if let seconds = faults[.slow] { try await simulation.pause(seconds) }
        guard let status = faults[.serverError] else { return try await next(request, context) }
        return SimulationPage.html(
            HTTPResponse.Status(code: status),
            "服务器错误 Server error",
            "<p>server-error=\(status)</p>"
        )
    }
}
