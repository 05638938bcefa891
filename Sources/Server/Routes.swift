public import Hummingbird

/// The whole URL map (design section 7).
public enum Routes: Sendable {
    /// What browsers and peers reach.
    public static func publicRouter(_ services: Services) -> Router<ClientContext> {
        let router = Router(context: ClientContext.self)
        router.add(middleware: RequestCount())
        router.add(middleware: RequestScope(services: services))
        router.add(middleware: TapMiddleware(services: services))
        router.add(middleware: RateLimit(services: services))
        let signOn = SingleSignOnController(services: services)
        let handOff = HandOffController(services: services)
        let arrival = ArrivalController(services: services)
        let logout = SingleLogoutController(services: services)
        let association = AssociationController(services: services)
        let login = LoginController(services: services)
        let metadata = MetadataController(services: services)
        let health = HealthController(services: services)
        router.get("/saml/metadata") { request, _ in metadata.get(request) }
        // HEAD only where GET changes nothing: a link preview must not use up a request or a token.
        router.head("/saml/metadata") { request, _ in metadata.get(request).createHeadResponse() }
        router.get("/saml/sso") { request, _ in try await signOn.redirect(request) }
        router.post("/saml/sso") { request, _ in try await signOn.post(request) }
        router.get("/saml/sso/:id") { request, context in
            try await signOn.comeBack(request, id: context.parameters.get("id") ?? "")
        }
        router.get("/saml/slo") { request, _ in try await logout.get(request) }
        router.post("/saml/slo") { request, _ in try await logout.post(request) }
        router.get("/sso/start") { request, _ in try await handOff.start(request) }
        router.post("/sso/start") { request, _ in try await handOff.start(request) }
        router.post("/sso/resume") { request, _ in try await handOff.resume(request) }
        router.get("/sso/resume/:id") { request, context in
            try await arrival.resume(request, id: context.parameters.get("id") ?? "")
        }
        router.get("/sso/start/:id") { request, context in
            try await arrival.start(request, id: context.parameters.get("id") ?? "")
        }
        router.post("/sso/choose") { request, _ in try await arrival.choose(request) }
        router.post("/sso/end") { request, _ in try await handOff.end(request) }
        router.get("/login") { request, _ in try await login.show(request) }
        router.post("/login") { request, context in try await login.submit(request, from: context.peer) }
        router.get("/huawei/association") { request, _ in try await association.receive(request) }
        router.post("/huawei/association") { request, _ in try await association.receive(request) }
        router.get("/healthz") { request, _ in health.health(request) }
        router.get("/readyz") { request, _ in await health.bareReadiness(request) }
        router.head("/healthz") { request, _ in health.health(request).createHeadResponse() }
        router.head("/readyz") { request, _ in await health.bareReadiness(request).createHeadResponse() }
        return router
    }

    /// What operators reach, on a listener of its own.
    public static func operationsRouter(
        _ services: Services,
        administration: Administration,
        metrics registry: PrometheusRegistry,
        storeSize: StoreSize
    ) -> Router<ClientContext> {
        let router = Router(context: ClientContext.self)
        router.add(middleware: NetworkRule(services: services))
        router.add(middleware: AdministrationAPI(services: services, administration: administration))
        let metrics = MetricsController(services: services, registry: registry, storeSize: storeSize)
        let health = HealthController(services: services)
        router.get("/healthz") { request, _ in health.health(request) }
        router.get("/readyz") { request, _ in try await health.readiness(request) }
        router.get("/metrics") { request, _ in metrics.get(request) }
        return router
    }
}
