import Foundation
import HTTPTypes
public import HuaweiCloud
public import Hummingbird
import NIOCore
import SAML
public import XMLSecurity

/// The BSS endpoints of a simulated HUAWEI CLOUD (huawei-cloud.md 6): signatures to the letter, documented errors, the
/// limits of calls, and the same customers as the sign-on side.
public struct BSSHost: Sendable {
    /// The gateway takes no more (huawei-cloud.md 6.1).
    static let longestBody = 12 * 1024 * 1024

    let customers: SimulatedCustomers
    let partners: [BSSPartner]
    let book: BSSBook
    let randomness: Randomness
    private let faults: @Sendable () async -> Faults
    private let now: @Sendable () -> Instant
    private let sleep: @Sendable (Int64) async throws -> Void

    /// Makes the host.
    /// - Parameters:
    ///   - customers: the accounts, shared with the sign-on side.
    ///   - partners: who may call.
    ///   - faults: the simulation's faults at the moment.
    ///   - randomness: makes codes, tokens and names.
    ///   - now: the time.
    ///   - sleep: waits so many seconds.
    public init(
        customers: SimulatedCustomers,
        partners: [BSSPartner],
        faults: @escaping @Sendable () async -> Faults = { Faults() },
        randomness: Randomness,
        now: @escaping @Sendable () -> Instant,
        sleep: @escaping @Sendable (Int64) async throws -> Void = { try await Task.sleep(for: .seconds($0)) }
    ) {
        self.customers = customers
        self.partners = partners
        self.faults = faults
        self.randomness = randomness
        self.now = now
        self.sleep = sleep
        book = BSSBook(randomness)
    }

    /// The verification codes that were "sent" and not yet used.
    public var sentCodes: [SentCode] {
        get async { await book.codes }
    }

    /// Feeds an adjustment record.
    public func add(_ record: AdjustRecord) async {
        await book.add(record)
    }

    /// Adds the routes.
    public func add(to router: Router<BasicRequestContext>) {
        for operation in BSSOperation.allCases {
            guard let method = HTTPRequest.Method(operation.method) else { continue }
            router.on(RouterPath(operation.path), method: method) { request, _ in
                try await answer(request) { call, now in try await serve(operation, call, at: now) }
            }
        }
        router.post("/v3/auth/tokens") { request, _ in
            try await answer(request) { call, now in try await token(call, at: now) }
        }
    }

    /// What holds for every call: the faults, the length of the body, how errors are written.
    private func answer(
        _ request: Request,
        _ serve: (ReceivedCall, BSSMoment) async throws -> Response
    ) async throws -> Response {
        do {
            let faults = await faults().union(try requested(of: request))
            if let seconds = faults[.slow] { try await sleep(Int64(seconds)) }
            if let status = faults[.serverError] { throw BSSRefusal(status, "CBC.0999", "Other errors.") }
            let moment = BSSMoment(faults: faults, now: now().adding(seconds: Int64(faults[.clock] ?? 0)))
            return try await serve(try await received(request), moment)
        } catch let refusal as BSSRefusal {
            return try BSSAnswer.refused(refusal)
        } catch let fault as SignatureFault {
            return try BSSAnswer.refused(fault, requestID: Hexadecimal.encode(randomness.bytes(16)))
        }
    }

    private func requested(of request: Request) throws(BSSRefusal) -> Faults {
        guard let name = HTTPField.Name(Faults.headerName), let text = request.headers[name] else { return Faults() }
        do {
            return try Faults(text)
        } catch {
            throw BSSRefusal(400, "CBC.0100", error.message.en)
        }
    }

    private func received(_ request: Request) async throws -> ReceivedCall {
        if let text = request.headers[.contentLength], let length = Int(text), length > Self.longestBody {
            throw BSSRefusal.tooLarge
        }
        do {
            let body = try await request.body.collect(upTo: Self.longestBody)
            return ReceivedCall(request, body: Array(body.readableBytesView))
        } catch is NIOTooManyBytesError {
            throw BSSRefusal.tooLarge
        }
    }

    private func serve(_ operation: BSSOperation, _ call: ReceivedCall, at moment: BSSMoment) async throws -> Response {
        let partner = try await caller(call, at: moment.now)
        guard !moment.faults.contains(.throttled) else { throw BSSRefusal.throttled }
        // By the clock that nothing is wrong with: a rate does not depend on the time of day.
        guard await book.admits(operation, of: partner, at: now()) else { throw BSSRefusal.throttled }
        guard partner.may(operation) else { throw BSSRefusal.denied }
        return try await carryOut(operation, call, for: partner, at: moment.now)
    }

    private func caller(_ call: ReceivedCall, at now: Instant) async throws -> BSSPartner {
        if let token = call["x-auth-token"] { return try await book.holder(of: token, at: now) }
        return try SignatureCheck(call: call, partners: partners, now: now).judge()
    }
}
