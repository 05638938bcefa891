import Foundation
import Hummingbird
import IdentityProvider
import Onboarding
import SAML
import XMLSecurity

/// `/healthz` and `/readyz`: bare words in public, reasons on the operations listener.
struct HealthController: Sendable {
    let services: Services

    func health(_ request: Request) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "text/plain"],
            body: .init(byteBuffer: ByteBuffer(string: "ok\n"))
        )
    }

    func bareReadiness(_ request: Request) async -> Response {
        let isReady = await reasons().isEmpty
        let text = isReady ? "ready\n" : "not ready\n"
        return Response(
            status: isReady ? .ok : .serviceUnavailable,
            headers: [.contentType: "text/plain"],
            body: .init(byteBuffer: ByteBuffer(string: text))
        )
    }

    func readiness(_ request: Request) async throws -> Response {
        struct Answer: Encodable {
            let ready: Bool
            let reasons: [String]
            let warnings: [String]
        }
        let reasons = await reasons()
        let body = try JSONEncoder().encode(Answer(ready: reasons.isEmpty, reasons: reasons, warnings: warnings))
        return Response(
            status: reasons.isEmpty ? .ok : .serviceUnavailable,
            headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: body))
        )
    }

    private var warnings: [String] {
        let serving = services.current.now
        let ends = serving.warnings(at: services.clock.now).map(\.message.en)
        let leftOut = serving.leftOut.map { "\($0) has ended; its SP is not served" }
        let trouble = services.current.trouble.map { "what changed cannot be used, the earlier is served: \($0)" }
        return ends + leftOut + (trouble.map { [$0] } ?? [])
    }

    private func reasons() async -> [String] {
        var reasons: [String] = []
        do {
            if try await services.stores.stage.stage() == .closed { reasons.append("the stage is closed") }
        } catch {
            reasons.append("the store does not answer: \(error)")
        }
        let certificate = services.identityProvider.signingKey.certificate
        if services.clock.now >= certificate.notAfter {
            reasons.append("the signing certificate ended on \(certificate.notAfter.xsDateTime)")
        }
        if services.identityProvider.federation.serviceProviders.isEmpty { reasons.append("no SP is imported") }
        if services.portals.isEmpty, (try? await services.openDirectory()) == nil {
            reasons.append("no portal is registered")
        }
        return reasons
    }
}
