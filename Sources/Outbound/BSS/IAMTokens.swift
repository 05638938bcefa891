import FoundationEssentials
import HuaweiCloud
import SAML
import XMLSecurity

/// Keeps one token for all calls of a client, and asks for the next one before it is too old.
actor IAMTokens {
    private let user: IAMUser
    private let address: String
    private let now: @Sendable () -> Instant
    private let client: GuardedClient
    private var kept: IAMToken?
    private var pending: Task<Result<IAMToken, BSSFailure>, Never>?

    init(_ user: IAMUser, at address: String, client: GuardedClient, now: @escaping @Sendable () -> Instant) {
        self.user = user
        self.address = address
        self.client = client
        self.now = now
    }

    /// A token that a call may carry.
    func token() async throws(BSSFailure) -> Secret {
        if let kept, kept.isFresh(at: now()) { return kept.value }
        // Calls that come meanwhile wait for the same answer.
        let asking = pending ?? Task { await ask() }
        pending = asking
        let answer = await asking.value
        if pending == asking {
            pending = nil
            kept = try? answer.get()
        }
        return try answer.get().value
    }

    /// The BSS did not take a token: another is asked for, unless somebody did so already.
    func forget(_ token: Secret) {
        let isKept = kept?.value.withBytes { bytes in token.withBytes { $0 == bytes } } ?? false
        if isKept { kept = nil }
    }

    private func ask() async -> Result<IAMToken, BSSFailure> {
        let asked = now()
        do {
            let answer = try await client.answer(to: request())
            return Self.read(answer, asked: asked)
        } catch {
            return .failure(.unreachable(error))
        }
    }

    private func request() -> OutboundRequest {
        let body: [UInt8]
        do {
            body = Array(try JSONEncoder().encode(IAMTokenRequest(user)))
        } catch {
            preconditionFailure("a name and a password are texts: \(error)")
        }
        return OutboundRequest(
            method: "POST",
            url: address + IAMTokenRequest.path,
            headers: [(name: "Content-Type", value: "application/json;charset=UTF-8")],
            body: body
        )
    }

    private static func read(_ answer: OutboundAnswer, asked: Instant) -> Result<IAMToken, BSSFailure> {
        let body = Data(answer.body)
        guard (200..<300).contains(answer.status), let value = answer.header(IAMTokenRequest.answerHeader),
            !value.isEmpty
        else {
            let reason = try? JSONDecoder().decode(IAMRefusal.Body.self, from: body)
            return .failure(.noToken(IAMRefusal(status: answer.status, body: reason)))
        }
        let life = try? JSONDecoder().decode(IAMTokenAnswer.self, from: body).life
        return .success(IAMToken(Secret(value), asked: asked, life: life))
    }
}
