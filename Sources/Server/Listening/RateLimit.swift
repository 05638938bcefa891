import HTTPTypes
import Hummingbird
import SAML

/// Answers 429 to an address that asks too often (RFC 6585 section 4); what balancers ask is not counted.
struct RateLimit: RouterMiddleware {
    typealias Context = ClientContext

    let services: Services

    func handle(
        _ request: Request,
        context: ClientContext,
        next: @concurrent (Request, ClientContext) async throws -> Response
    ) async throws -> Response {
        guard let client = services.proxies.client(of: request, peer: context.peer), !Self.isProbe(request),
            let wait = services.rates.wait(AddressGroup(client), at: services.clock.now)
        else { return try await next(request, context) }
        Telemetry.turnedAway("requests")
        let builder = ResponseBuilder(exchange: Exchange(request))
        var response = builder.words(.tooManyRequests, .tooManyRequests, back: services.portals.first?.signInURL)
        response.headers[.retryAfter] = "\(wait)"
        return response
    }

    private static func isProbe(_ request: Request) -> Bool {
        request.uri.path == "/healthz" || request.uri.path == "/readyz"
    }
}
