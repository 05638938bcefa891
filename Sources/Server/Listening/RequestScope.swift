import HTTPTypes
import Hummingbird
import Instrumentation
import Logging
import NIOHTTP1
import SAML
import XMLSecurity

/// What every request has: a reference id, a trace, a line in the log, and an answer for people even when we fail.
struct RequestScope: RouterMiddleware {
    typealias Context = ClientContext

    /// Enough to be unique in a year of logs, short enough to be read over the telephone.
    private static let referenceOctets = 6

    let services: Services

    func handle(
        _ request: Request,
        context: ClientContext,
        next: @concurrent (Request, ClientContext) async throws -> Response
    ) async throws -> Response {
        var scope = InstrumentationContext.topLevel
        scope.reference = Hexadecimal.encode(services.randomness.bytes(Self.referenceOctets))
        InstrumentationSystem.instrument.extract(request.headers, into: &scope, using: RequestHeaders())
        return try await InstrumentationContext.$current.withValue(scope) {
            let start = ContinuousClock.now
            let response = try await answer(request, context, next)
            note(request, context, response, ContinuousClock.now - start)
            return response
        }
    }

    private func answer(
        _ request: Request,
        _ context: ClientContext,
        _ next: @concurrent (Request, ClientContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as any HTTPResponseError where error.status != .notFound {
            throw error
        } catch is any HTTPResponseError {
            return ResponseBuilder(exchange: Exchange(request)).words(.notFound, .notFound, back: back)
        } catch let error as HTTPParserError {
            // Hummingbird answers what is not HTTP.
            throw error
        } catch {
            services.logger.error("fault", metadata: ["error": .string("\(error)")])
            return ResponseBuilder(exchange: Exchange(request)).words(.fault, .internalServerError, back: back)
        }
    }

    private var back: String? { services.portals.first?.signInURL }

    // The template of the route, never the path or the query: both may hold ids and tokens.
    private func note(_ request: Request, _ context: ClientContext, _ response: Response, _ duration: Duration) {
        let client = services.proxies.client(of: request, peer: context.peer)
        let route = context.endpointPath ?? "-"
        // A balancer asks every second.
        let isProbe = route == "/healthz" || route == "/readyz"
        services.logger.log(
            level: isProbe ? .debug : .info,
            "request",
            metadata: [
                "method": .string(request.method.rawValue), "route": .string(route),
                "status": .stringConvertible(response.status.code), "client": .string(client?.text ?? "-"),
                "microseconds": .stringConvertible(Int(duration / .microseconds(1))),
            ]
        )
    }
}

/// Reads trace headers.
private struct RequestHeaders: Extractor {
    func extract(key: String, from headers: HTTPFields) -> String? {
        HTTPField.Name(key).flatMap { headers[$0] }
    }
}
