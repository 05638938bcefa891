import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Onboarding
import XMLSecurity

/// `/api/v1/…` of the operations listener: finds the operation, proves who asks, and makes a problem of every error.
struct AdministrationAPI: RouterMiddleware {
    typealias Context = ClientContext

    /// A thousand proposals with long addresses.
    private static let longestBody = 1 << 20

    let services: Services
    let administration: Administration

    func handle(
        _ request: Request,
        context: ClientContext,
        next: @concurrent (Request, ClientContext) async throws -> Response
    ) async throws -> Response {
        guard request.uri.path == "/api" || request.uri.path.hasPrefix("/api/") else {
            return try await next(request, context)
        }
        var person: Operator?
        var route: AdministrationRoute?
        let response: Response
        do {
            let (found, path) = try Self.find(request)
            route = found
            let token = try BearerToken.read(request.headers[.authorization])
            let proved = try await administration.operators.prove(token, for: nil, at: services.clock.now)
            // Known before the role is asked, so that the log names who tried.
            person = proved
            try OperatorRule.require(proved, found.right, at: services.clock.now)
            response = try await answer(request, found, path, proved)
        } catch {
            response = problem(error).response
        }
        note(request, route, person, response)
        return response
    }

    // 404 for an address that is none, 405 for one that takes other methods (RFC 9110 section 15.5.6).
    private static func find(_ request: Request) throws -> (AdministrationRoute, [String: String]) {
        let path = request.uri.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
            .map { $0.removingPercentEncoding ?? "" }
        let here = AdministrationRoutes.all.compactMap { route in route.match(path).map { (route, $0) } }
        // `entries/moves` is a place of its own, not the entry called moves.
        let place = here.map(\.0.path).min { $0.count { $0 == "{" } < $1.count { $0 == "{" } }
        guard let place else { throw RequestFault.notFound }
        let same = here.filter { $0.0.path == place }
        guard let found = same.first(where: { $0.0.method == request.method }) else {
            throw RequestFault.method(Set(same.map(\.0.method.rawValue)).sorted())
        }
        return found
    }

    private func answer(
        _ request: Request,
        _ route: AdministrationRoute,
        _ path: [String: String],
        _ person: Operator
    ) async throws -> Response {
        let work = AdministrationRequest(
            services: services,
            administration: administration,
            headers: request.headers,
            path: path,
            query: try QueryFields(request.uri.query, route.query),
            body: try await Self.collect(request),
            person: person,
            now: services.clock.now
        )
        guard route.isChange else { return try await route.answer(work).response() }
        let desk = IdempotencyDesk(administration.answers, work)
        return try await desk.answer(request, route)
    }

    private static func collect(_ request: Request) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await buffer in request.body {
            bytes += buffer.readableBytesView
            guard bytes.count <= longestBody else { throw RequestFault.tooLarge }
        }
        return bytes
    }

    private func problem(_ error: any Error) -> Problem {
        if let problem = Problem(error) { return problem }
        services.logger.error("fault", metadata: ["error": .string("\(error)")])
        return Problem(RequestFault.fault)
    }

    // The template of the address, never the address itself, a query, a body or a header: they hold accounts and tokens.
    private func note(
        _ request: Request,
        _ route: AdministrationRoute?,
        _ person: Operator?,
        _ response: Response
    ) {
        services.logger.info(
            "administration",
            metadata: [
                "method": .string(request.method.rawValue), "route": .string(route?.path ?? "-"),
                "operator": .string(person?.name ?? "-"), "status": .stringConvertible(response.status.code),
            ]
        )
    }
}
