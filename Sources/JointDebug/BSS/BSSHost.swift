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

    /// A longer body is cut where it is shown.
    private static let longestShown = 64 * 1024

    let customers: SimulatedCustomers
    let partners: [BSSPartner]
    let book: BSSBook
    let randomness: Randomness
    private let isPlatform: @Sendable (String) -> Bool
    private let faults: @Sendable () async -> Faults
    private let report: @Sendable (SimulationEvent) async -> Void
    private let now: @Sendable () -> Instant
    private let sleep: @Sendable (Int64) async throws -> Void

    /// Makes the host.
    /// - Parameters:
    ///   - customers: the accounts, shared with the sign-on side.
    ///   - partners: who may call.
    ///   - isPlatform: whether a platform exists, for partners that are not of one alone.
    ///   - faults: the simulation's faults at the moment.
    ///   - randomness: makes codes, tokens and names.
    ///   - now: the time.
    ///   - sleep: waits so many seconds.
    public init(
        customers: SimulatedCustomers,
        partners: [BSSPartner],
        isPlatform: @escaping @Sendable (String) -> Bool = { _ in false },
        faults: @escaping @Sendable () async -> Faults = { Faults() },
        randomness: Randomness,
        now: @escaping @Sendable () -> Instant,
        sleep: @escaping @Sendable (Int64) async throws -> Void = { try await Task.sleep(for: .seconds($0)) }
    ) {
        self.init(
            customers: customers,
            partners: partners,
            book: BSSBook(randomness),
            isPlatform: isPlatform,
            faults: faults,
            report: { _ in },
            randomness: randomness,
            now: now,
            sleep: sleep
        )
    }

    init(
        customers: SimulatedCustomers,
        partners: [BSSPartner],
        book: BSSBook,
        isPlatform: @escaping @Sendable (String) -> Bool,
        faults: @escaping @Sendable () async -> Faults,
        report: @escaping @Sendable (SimulationEvent) async -> Void,
        randomness: Randomness,
        now: @escaping @Sendable () -> Instant,
        sleep: @escaping @Sendable (Int64) async throws -> Void = { try await Task.sleep(for: .seconds($0)) }
    ) {
        self.customers = customers
        self.partners = partners
        self.book = book
        self.isPlatform = isPlatform
        self.faults = faults
        self.report = report
        self.randomness = randomness
        self.now = now
        self.sleep = sleep
    }

    /// The verification codes that were "sent" and not yet used.
    public var sentCodes: [SentCode] {
        get async { await book.codes }
    }

    /// The calls that came after that of a number, the newest two thousand at most.
    public func calls(after number: Int = 0) async -> [BSSSeenCall] {
        await book.calls(after: number)
    }

    /// Lets a scenario have the whole rate, however soon it follows another.
    /// - Returns: the number of the last call.
    func beginScenario() async -> Int {
        await book.forgetRates()
        return await calls().last?.number ?? 0
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
                try await answer(request, operation) { call, moment in try await serve(operation, call, at: moment) }
            }
        }
        router.post(RouterPath(IAMTokenRequest.path)) { request, _ in
            try await answer(request, nil) { call, moment in try await token(call, at: moment) }
        }
    }

    /// Whether customers of a platform are a partner's.
    func owns(_ partner: BSSPartner, _ platformID: String) -> Bool {
        partner.platformID.map { $0.value == platformID } ?? isPlatform(platformID)
    }

    /// What holds for every call: the faults, the length of the body, how errors are written, and that it is written down.
    private func answer(
        _ request: Request,
        _ operation: BSSOperation?,
        _ serve: (ReceivedCall, BSSMoment) async throws -> BSSAnswer
    ) async throws -> Response {
        let began = now()
        var call = ReceivedCall(request, body: [])
        var answer: BSSAnswer
        do {
            call = try await received(request)
            let faults = await faults().union(try requested(of: request))
            if let seconds = faults[.slow] { try await sleep(Int64(seconds)) }
            if let status = faults[.serverError] { throw BSSRefusal(status, "CBC.0999", "Other errors.") }
            let right = now()
            let moment = BSSMoment(
                faults: faults,
                now: right.adding(seconds: Int64(faults[.clock] ?? 0)),
                right: right
            )
            answer = try await serve(call, moment)
        } catch let refusal as BSSRefusal {
            answer = try BSSAnswer.refused(refusal)
        } catch let fault as SignatureFault {
            answer = try BSSAnswer.refused(fault, requestID: Hexadecimal.encode(randomness.bytes(16)))
        }
        let seen = await book.note(operation, answer, to: exchange(call, answer, since: began), at: began)
        let code = operation == .sendCode && answer.code == nil ? await sentCode(by: call) : nil
        await report(SimulationEvent(seen, sent: code))
        return answer.response
    }

    private func sentCode(by call: ReceivedCall) async -> SentCode? {
        let order = try? JSONDecoder().decode(SendCode.self, from: Data(call.body))
        return await book.codes.first { $0.mobile == order?.mobile }
    }

    private func exchange(_ call: ReceivedCall, _ answer: BSSAnswer, since began: Instant) -> WebExchange {
        var exchange = WebExchange(
            method: call.method,
            url: "http://" + (call["host"] ?? "-") + call.path + (call.query.isEmpty ? "" : "?" + call.query),
            status: answer.status.code,
            headers: answer.headers,
            body: answer.body
        )
        exchange.sentHeaders = call.headers.map { ($0.name, $0.value) }
        exchange.sentBody = Array(call.body.prefix(Self.longestShown))
        exchange.milliseconds = max(0, now().milliseconds - began.milliseconds)
        return exchange
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

    private func serve(
        _ operation: BSSOperation,
        _ call: ReceivedCall,
        at moment: BSSMoment
    ) async throws -> BSSAnswer {
        let partner = try await caller(call, at: moment.now)
        var answer: BSSAnswer
        do {
            guard !moment.faults.contains(.throttled) else { throw BSSRefusal.throttled }
            // By the clock that nothing is wrong with: a rate does not depend on the time of day.
            guard await book.admits(operation, of: partner, at: now()) else { throw BSSRefusal.throttled }
            guard partner.may(operation) else { throw BSSRefusal.denied }
            answer = try await carryOut(operation, call, for: partner, at: moment)
        } catch let refusal as BSSRefusal {
            answer = try BSSAnswer.refused(refusal)
        }
        answer.caller = partner.name
        return answer
    }

    private func caller(_ call: ReceivedCall, at now: Instant) async throws -> BSSPartner {
        if let token = call[IAMTokenRequest.callHeader] { return try await book.holder(of: token, at: now) }
        return try SignatureCheck(call: call, partners: partners, now: now).judge()
    }
}
