import HTTPTypes
import Hummingbird
import Instrumentation
import XMLSecurity

/// Copies exchanges for whoever follows the service, and hides what would let a reader act for the customer.
struct TapMiddleware: RouterMiddleware {
    typealias Context = ClientContext

    /// Where messages come and go: only of these a query and a body are copied.
    private static let messageRoutes: Set = ["/saml/sso", "/saml/slo", "/huawei/association"]
    private static let quiet: Set = ["/healthz", "/readyz"]

    let services: Services

    func handle(
        _ request: Request,
        context: ClientContext,
        next: @concurrent (Request, ClientContext) async throws -> Response
    ) async throws -> Response {
        guard services.tap.isOpen, request.method == .get || request.method == .post else {
            return try await next(request, context)
        }
        let copy = BodyCopy()
        var copied = request
        copied.body = RequestBody(asyncSequence: CopyingBody(body: request.body, copy: copy))
        let (note, began) = (TapNote(), ContinuousClock.now)
        let at = services.clock.now
        var response: Response
        do {
            response = try await TapNote.$current.withValue(note) { try await next(copied, context) }
        } catch {
            let status = (error as? any HTTPResponseError)?.status ?? .internalServerError
            put(request, context, copy, Response(status: status), "", note, at, ContinuousClock.now - began)
            throw error
        }
        let duration = ContinuousClock.now - began
        let body = try await CollectedBody.take(&response)
        put(request, context, copy, response, String(buffer: body), note, at, duration)
        return response
    }

    private func put(
        _ request: Request,
        _ context: ClientContext,
        _ copy: BodyCopy,
        _ response: Response,
        _ body: String,
        _ note: TapNote,
        _ at: Instant,
        _ duration: Duration
    ) {
        let path = request.uri.path
        guard !Self.quiet.contains(path) else { return }
        let isMessage = Self.messageRoutes.contains(path)
        // A page may hold one-time ids; a page with a message or a refusal holds none.
        let isTelling = response.status.code >= 400 || body.contains("name=\"SAMLRe")
        services.tap.put(
            TappedExchange(
                at: at,
                reference: InstrumentationContext.current?.reference ?? "",
                method: request.method.rawValue,
                url: services.baseURL
                    + (isMessage ? request.head.path ?? path : context.endpointPath ?? path),
                sentHeaders: headers(request.headers, [.contentType, .accept, .origin]),
                sentBody: isMessage ? copy.text : "",
                status: response.status.code,
                headers: headers(response.headers, [.contentType, .location]),
                body: isTelling ? body : "",
                milliseconds: Int64(duration / .milliseconds(1)),
                refused: note.told,
                outcome: note.outcomeName
            )
        )
    }

    private func headers(_ fields: HTTPFields, _ names: [HTTPField.Name]) -> [TappedExchange.Header] {
        names.compactMap { name in
            fields[name].map { TappedExchange.Header(name: name.canonicalName, value: shown($0)) }
        }
    }

    // Whoever has an address of ours with an id in it can take the customer's place until it is used.
    private func shown(_ value: String) -> String {
        guard value.hasPrefix(services.baseURL), let slash = value.lastIndex(of: "/") else { return value }
        return value[...slash] + "…"
    }
}
