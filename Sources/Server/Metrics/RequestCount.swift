import Hummingbird

/// Counts requests by route template, method and status, never by path.
struct RequestCount<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            let response = try await next(request, context)
            count(request, context, response.status)
            return response
        } catch {
            count(request, context, (error as? any HTTPResponseError)?.status ?? .internalServerError)
            throw error
        }
    }

    private func count(_ request: Request, _ context: Context, _ status: HTTPResponse.Status) {
        // A client may invent methods, and each would be a series of its own.
        let method = [.get, .head, .post].contains(request.method) ? request.method.rawValue : "other"
        Telemetry.requested(context.endpointPath ?? "NotFound", method: method, status: status.code)
    }
}
