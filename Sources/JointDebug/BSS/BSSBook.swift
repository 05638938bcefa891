import HuaweiCloud
import XMLSecurity

/// What the simulated BSS remembers besides its customers, and shows on the simulation's pages.
actor BSSBook {
    /// So many calls are shown; a scenario makes some dozens.
    private static let mostCalls = 2000
    /// After so many wrong ones a code is worth nothing (CBC.99004009).
    private static let mostFailures = 3

    private let randomness: Randomness
    private(set) var codes: [SentCode] = []
    private(set) var records: [AdjustRecord] = []
    private(set) var seen: ArraySlice<BSSSeenCall> = []
    private var count = 0
    private var calls: [String: [Int64]] = [:]
    private var tokens: [String: (partner: BSSPartner, expiry: Instant)] = [:]

    init(_ randomness: Randomness) {
        self.randomness = randomness
    }

    /// Whether a call is within the limit of its operation, caller by caller.
    func admits(_ operation: BSSOperation, of partner: BSSPartner, at now: Instant) -> Bool {
        let name = operation.rawValue + " " + partner.credentials.accessKey.value
        // Both ends: a clock that was set back must not close the door.
        let recent = calls[name, default: []].filter { abs(now.milliseconds - $0) < 1000 }
        guard recent.count < operation.perSecond else { return false }
        calls[name] = recent + [now.milliseconds]
        return true
    }

    /// Lets every caller have the whole rate again.
    func forgetRates() { calls.removeAll() }

    /// "Sends" a code; the one before it is worth nothing any more.
    func sendCode(to mobile: String, minutes: Int, at now: Instant) {
        let number = randomness.bytes(4).reduce(0) { $0 << 8 | Int($1) } % 1_000_000
        let digits = String(number)
        let code = SentCode(
            mobile: mobile,
            code: String(repeating: "0", count: 6 - digits.count) + digits,
            sentAt: now,
            goodUntil: now.adding(seconds: Int64(minutes) * 60)
        )
        codes.removeAll { $0.mobile == mobile }
        codes.append(code)
    }

    /// Judges the code of a new customer.
    func judge(_ mobile: VerifiedMobile, at now: Instant) throws(BSSRefusal) {
        guard let index = codes.firstIndex(where: { $0.mobile == mobile.number }) else { throw .codeIsWrong }
        guard codes[index].failures <= Self.mostFailures else { throw .codeFailedTooOften }
        guard codes[index].code == mobile.code else {
            codes[index].failures += 1
            throw .codeIsWrong
        }
        guard now < codes[index].goodUntil else { throw .codeIsExpired }
    }

    /// A code is good once.
    func spend(_ mobile: VerifiedMobile) {
        codes.removeAll { $0.mobile == mobile.number }
    }

    /// Feeds a record.
    func add(_ record: AdjustRecord) {
        records.append(record)
    }

    /// Writes a call down.
    func note(
        _ operation: BSSOperation?,
        _ answer: BSSAnswer,
        to exchange: WebExchange,
        at now: Instant
    ) -> BSSSeenCall {
        count += 1
        let call = BSSSeenCall(
            number: count,
            at: now,
            operation: operation?.rawValue ?? BSSSeenCall.token,
            caller: answer.caller,
            code: answer.code,
            fault: answer.fault,
            exchange: exchange
        )
        seen.append(call)
        seen = seen.suffix(Self.mostCalls)
        return call
    }

    /// The calls after that of a number.
    func calls(after number: Int) -> [BSSSeenCall] {
        seen.filter { $0.number > number }
    }

    /// Gives a token.
    func issueToken(to partner: BSSPartner, at now: Instant) -> (token: String, expiry: Instant) {
        let token = "MIISimulated" + Hexadecimal.encode(randomness.bytes(32))
        let expiry = now.adding(seconds: IAMToken.life)
        tokens[token] = (partner, expiry)
        return (token, expiry)
    }

    /// Who was given a token.
    func holder(of token: String, at now: Instant) throws(SignatureFault) -> BSSPartner {
        guard let (partner, expiry) = tokens[token] else { throw .unknownToken }
        guard now < expiry else { throw .tokenExpired }
        return partner
    }
}
