import FoundationEssentials
public import HuaweiCloud
import SAML

/// Calls the BSS APIs: signed, at most as often as they allow, and again when they were too busy.
public struct BSSClient: Sendable {
    private static let longestAnswer = 8 * 1024 * 1024

    private let endpoint: WebAddress
    private let credentials: BSSCredentials
    private let backOff: BackOff
    private let clock: BSSClock
    private let limiter: BSSRateLimiter
    private let client: GuardedClient

    /// Makes a client; `nil` for an endpoint that is not an origin, https or plain http on this machine.
    /// - Parameters:
    ///   - endpoint: the origin, such as `https://bss.myhuaweicloud.com`.
    ///   - credentials: the keys.
    ///   - backOff: how often and how long after an answer that was too busy.
    ///   - clock: the time.
    ///   - seconds: how long one attempt may take.
    ///   - authorities: a file with the certificates to trust instead of the system's.
    public init?(
        endpoint: String,
        credentials: BSSCredentials,
        backOff: BackOff,
        clock: BSSClock,
        seconds: Int64 = 30,
        authorities: String? = nil
    ) {
        guard let address = try? WebAddress(endpoint), address.rest.isEmpty || address.rest == "/",
            address.scheme == "https" || address.isLoopback
        else { return nil }
        self.endpoint = address
        self.credentials = credentials
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
    }

    /// Sends a call.
    ///
    /// Sent again are calls that were refused as too many, for those were not carried out, and calls that change
    /// nothing whatever became of them.
    /// - Parameter call: the call.
    /// - Returns: its answer.
    /// - Throws: ``BSSFailure``.
    public func send<Call: BSSCall>(_ call: Call) async throws(BSSFailure) -> Call.Answer {
        let body = Self.body(of: call)
        var attempt = 1
        while true {
            do {
                return try await attemptOnce(call, body)
            } catch {
                guard attempt < backOff.attempts, Self.mayRepeat(call.operation, after: error) else { throw error }
                try await pause { try await clock.sleep(backOff.milliseconds(after: attempt)) }
                attempt += 1
            }
        }
    }

    private static func mayRepeat(_ operation: BSSOperation, after failure: BSSFailure) -> Bool {
        switch failure {
        case .refused(let error): error.isThrottled || (operation.isIdempotent && error.isTransient)
        case .unreachable, .unknown, .unreadable, .cancelled: false
        }
    }

    private func attemptOnce<Call: BSSCall>(_ call: Call, _ body: [UInt8]) async throws(BSSFailure) -> Call.Answer {
        try await pause { try await limiter.admit(call.operation) }
        let answer: OutboundAnswer
        do {
            answer = try await client.answer(to: signed(call, body))
        } catch {
            // After the request went out, a broken connection says nothing of what the other side did.
            let isKnown = call.operation.isIdempotent || (error.code != .timeout && error.code != .connection)
            throw isKnown ? .unreachable(error) : .unknown(call.operation, error)
        }
        return try Self.read(answer, of: call)
    }

    private func signed(_ call: some BSSCall, _ body: [UInt8]) -> OutboundRequest {
        let operation = call.operation
        let host = (name: "Host", value: endpoint.host + (endpoint.port.map { ":\($0)" } ?? ""))
        var headers = [host]
        if !body.isEmpty { headers.append((name: "Content-Type", value: "application/json;charset=UTF-8")) }
        headers += SDKSigner(credentials).headers(
            method: operation.method,
            path: operation.path,
            query: call.query,
            signing: headers,
            body: body,
            at: clock.now()
        )
        let query = call.query.isEmpty ? "" : "?" + SDKEncoding.query(call.query)
        return OutboundRequest(
            method: operation.method,
            url: endpoint.origin + operation.path + query,
            headers: headers,
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
    ) throws(BSSFailure) -> Call.Answer {
        let bytes = answer.body.isEmpty ? Array("{}".utf8) : answer.body
        let error = try? JSONDecoder().decode(BSSError.Body.self, from: Data(bytes))
        let isGood = (200..<300).contains(answer.status)
        guard isGood, error?.isError != true else {
            throw .refused(BSSError(call.operation, status: answer.status, body: error))
        }
        guard let decoded = try? JSONDecoder().decode(Call.Answer.self, from: Data(bytes)) else {
            throw .unreadable(call.operation, status: answer.status)
        }
        return decoded
    }
}
