import FoundationEssentials
public import HuaweiCloud
import SAML
import XMLSecurity

/// Calls the BSS APIs: signed or with a token, at most as often as they allow, and again when they were too busy.
public struct BSSClient: Sendable {
    private static let longestAnswer = 8 * 1024 * 1024
    private static let unauthorized = 401

    private let endpoint: WebAddress
    private let proof: BSSProof
    private let backOff: BackOff
    private let clock: BSSClock
    private let limiter: BSSRateLimiter
    private let client: GuardedClient

    /// Makes a client; `nil` for an endpoint that is not an origin, https or plain http on this machine, and for one on
    /// this machine with an IAM elsewhere or the reverse: simulation never passes for real (design 4.10).
    /// - Parameters:
    ///   - endpoint: the origin, such as `https://bss.myhuaweicloud.com`.
    ///   - authentication: who calls.
    ///   - backOff: how often and how long after an answer that was too busy.
    ///   - clock: the time.
    ///   - seconds: how long one attempt may take.
    ///   - authorities: a file with the certificates to trust instead of the system's.
    public init?(
        endpoint: String,
        authentication: BSSAuthentication,
        backOff: BackOff,
        clock: BSSClock,
        seconds: Int64 = 30,
        authorities: String? = nil
    ) {
        guard let address = Self.origin(endpoint) else { return nil }
        self.endpoint = address
        self.backOff = backOff
        self.clock = clock
        limiter = BSSRateLimiter(clock)
        client = GuardedClient(
            FetchLimits(
                bytes: Self.longestAnswer,
                seconds: seconds,
                redirects: 0,
                allowsPrivateAddresses: address.isLoopback,
                allowsPlainLoopback: true,
                authorities: authorities
            )
        )
        switch authentication {
        case .keys(let keys): proof = .signature(SDKSigner(keys))
        case .password(let user, let iam):
            guard let iam = Self.origin(iam), iam.isLoopback == address.isLoopback else { return nil }
            proof = .token(IAMTokens(user, at: iam.origin, client: client, now: clock.now))
        }
    }

    private static func origin(_ text: String) -> WebAddress? {
        guard let address = try? WebAddress(text), address.rest.isEmpty || address.rest == "/",
            address.scheme == "https" || address.isLoopback
        else { return nil }
        return address
    }

    /// Sends a call.
    ///
    /// Sent again are calls that were refused as too many, for those were not carried out, calls that change nothing
    /// whatever became of them, and, once, a call whose token was not taken.
    /// - Parameter call: the call.
    /// - Returns: its answer.
    /// - Throws: ``BSSFailure``.
    public func send<Call: BSSCall>(_ call: Call) async throws(BSSFailure) -> Call.Answer {
        let body = Self.body(of: call)
        var attempt = 1
        var isTokenNew = false
        while true {
            let (answer, token) = await attemptOnce(call, body)
            do {
                return try answer.get()
            } catch {
                if let token, !isTokenNew, Self.isUnauthorized(error) {
                    await proof.forget(token)
                    isTokenNew = true
                    continue
                }
                guard attempt < backOff.attempts, Self.mayRepeat(call.operation, after: error) else { throw error }
                try await pause { try await clock.sleep(backOff.milliseconds(after: attempt)) }
                attempt += 1
            }
        }
    }

    private static func isUnauthorized(_ failure: BSSFailure) -> Bool {
        if case .refused(let error) = failure { return error.status == unauthorized }
        return false
    }

    private static func mayRepeat(_ operation: BSSOperation, after failure: BSSFailure) -> Bool {
        switch failure {
        case .refused(let error): error.isThrottled || (operation.isIdempotent && error.isTransient)
        case .noToken(let refusal): refusal.isTransient
        case .unreachable, .unknown, .unreadable, .cancelled: false
        }
    }

    // Whatever comes of it, the token that was sent is told.
    private func attemptOnce<Call: BSSCall>(
        _ call: Call,
        _ body: [UInt8]
    ) async -> (Result<Call.Answer, BSSFailure>, Secret?) {
        do {
            // Before the turn is taken: who waits for a token would come together with those of the next second.
            let token = try await proof.token()
            try await pause { try await limiter.admit(call.operation) }
            return (await sent(request(call, body, token), call), token)
        } catch {
            return (.failure(error), nil)
        }
    }

    private func sent<Call: BSSCall>(_ request: OutboundRequest, _ call: Call) async -> Result<Call.Answer, BSSFailure>
    {
        let answer: OutboundAnswer
        do {
            answer = try await client.answer(to: request)
        } catch {
            // After the request went out, a broken connection says nothing of what the other side did.
            let isKnown = call.operation.isIdempotent || (error.code != .timeout && error.code != .connection)
            return .failure(isKnown ? .unreachable(error) : .unknown(call.operation, error))
        }
        return Self.read(answer, of: call)
    }

    private func request(_ call: some BSSCall, _ body: [UInt8], _ token: Secret?) -> OutboundRequest {
        let host = (name: "Host", value: endpoint.host + (endpoint.port.map { ":\($0)" } ?? ""))
        var headers = [host]
        if !body.isEmpty { headers.append((name: "Content-Type", value: "application/json;charset=UTF-8")) }
        let query = call.query.isEmpty ? "" : "?" + SDKEncoding.query(call.query)
        return OutboundRequest(
            method: call.operation.method,
            url: endpoint.origin + call.operation.path + query,
            headers: proof.headers(of: call, beside: headers, body: body, token: token, at: clock.now()),
            body: body
        )
    }

    private func pause(_ wait: () async throws -> Void) async throws(BSSFailure) {
        do {
            try await wait()
        } catch {
            throw .cancelled
        }
    }
}

extension BSSClient {
    /// The octets that are hashed and sent, made once.
    private static func body(of call: some BSSCall) -> [UInt8] {
        guard let body = call.body else { return [] }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(body))
        } catch {
            preconditionFailure("a call is texts and numbers: \(error)")
        }
    }

    private static func read<Call: BSSCall>(
        _ answer: OutboundAnswer,
        of call: Call
    ) -> Result<Call.Answer, BSSFailure> {
        let bytes = answer.body.isEmpty ? Array("{}".utf8) : answer.body
        let error = try? JSONDecoder().decode(BSSError.Body.self, from: Data(bytes))
        let isGood = (200..<300).contains(answer.status)
        guard isGood, error?.isError != true else {
            return .failure(.refused(BSSError(call.operation, status: answer.status, body: error)))
        }
        guard let decoded = try? JSONDecoder().decode(Call.Answer.self, from: Data(bytes)) else {
            return .failure(.unreadable(call.operation, status: answer.status))
        }
        return .success(decoded)
    }
}
