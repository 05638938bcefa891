import HTTPTypes
import Hummingbird
import Logging
import Onboarding
import SAML
import XMLSecurity

/// Asks the whitelist's networks before `/api` and `/metrics` answer (design section 9, kind `network`).
///
/// This machine itself always may: whoever is on it can read the store. Everybody else needs an active entry; without
/// any there is nobody else.
struct NetworkRule: RouterMiddleware {
    typealias Context = ClientContext

    private static let groups = ["/api", "/metrics"]
    private static let forwarded = [HTTPField.Name("X-Forwarded-For"), HTTPField.Name("Forwarded")].compactMap(\.self)

    let services: Services

    func handle(
        _ request: Request,
        context: ClientContext,
        next: @concurrent (Request, ClientContext) async throws -> Response
    ) async throws -> Response {
        let path = request.uri.path
        guard Self.groups.contains(where: { path == $0 || path.hasPrefix($0 + "/") }) else {
            return try await next(request, context)
        }
        guard let refusal = refusal(request, context.peer) else { return try await next(request, context) }
        Telemetry.refused(refusal)
        services.logger.warning(
            "an address that is not on the whitelist asked the operations listener",
            metadata: ["peer": .string(context.peer ?? "-")]
        )
        return Problem(refusal, status: 403).response
    }

    private func refusal(_ request: Request, _ peer: String?) -> Refusal? {
        guard let peer = peer.flatMap({ NetworkAddress($0) }),
            let client = services.proxies.client(of: request, peer: peer.text)
        else { return Refusal(.whitelistNetwork, expected: "an address", found: "none") }
        // A proxy on this machine that nobody listed speaks for somebody whom we do not know.
        let isHidden = !services.proxies.trusts(peer) && Self.forwarded.contains { request.headers.contains($0) }
        if Self.isHere(client.unmapped), !isHidden { return nil }
        guard !isHidden else { return Refusal(.whitelistNetwork, expected: "trusted_proxies", found: "a proxy") }
        return services.admission.current.refusal(WhitelistQuestion(address: client.unmapped, at: services.clock.now))
    }

    // 127.0.0.0/8, or ::1.
    private static func isHere(_ address: NetworkAddress) -> Bool {
        let octets = address.octets
        return octets.count == 4 ? octets[0] == 127 : octets == [UInt8](repeating: 0, count: 15) + [1]
    }
}
