import HuaweiCloud
import Outbound
import SAML
import XMLSecurity

/// Drawbridge's client, going on running from step to step, calls the BSS.
enum CallBSS: ScenarioAction {
    static let name = "call-bss"
    static let title = Bilingual("Drawbridge's client calls the BSS", "Drawbridge 客户端调用 BSS 接口")
    static let parameters: Set = ["call", "times", "by", "client", "clock", "fault", "until"]
    static let expectations = BSSExpect.names.union(["says"])

    /// What one step sends at most; the rates are ten in a second.
    private static let most: Int64 = 100

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        guard let side = play.stage.bss else { throw StepFailure("No BSS is known", "未知 BSS 地址") }
        let running = try client(step, side, &play)
        running.clock.set(step.number("clock") ?? 0)
        let times = max(1, min(step.number("times") ?? 1, Self.most))
        let call = step["call"] ?? ""
        let watch = BSSWatch(side: side, faults: play.stage.simulation.faults)
        let before = await play.bss.began(at: side.host)
        let (faults, until) = (try Faults(step["fault"] ?? ""), step.number("until"))
        let (failure, calls) = try await watch.during(faults, until: until) {
            try await Self.failure(of: running.client, times) { try await send(call, by: $0) }
        }
        for call in calls { play.keep(call.exchange) }
        let said = failure?.message.en ?? ""
        let expect = BSSExpect(
            step: step,
            side: side,
            calls: calls,
            scenario: await side.host.calls(after: before),
            output: said
        )
        let wanted = step.expected["says"]
        guard wanted.map({ failure != nil && said.contains($0) }) ?? (failure == nil) else {
            throw expect.failure(
                "The client says “\(said)”, not “\(wanted ?? "")”",
                "客户端提示“\(failure?.message.zh ?? "")”，应为“\(wanted ?? "")”"
            )
        }
        return try expect.judge()
    }

    private static func client(
        _ step: StepInput,
        _ side: BSSSide,
        _ play: inout Play
    ) throws -> BSSPlay.Running {
        let (name, file) = (step["client"] ?? "", try side.file(of: step))
        if let running = play.bss.clients[name] { return running }
        let clock = ShiftedClock(play.stage.now)
        let made: BSSClient?
        do {
            made = BSSClient(
                endpoint: try side.endpoint(),
                authentication: try side.authentication(file),
                backOff: BackOff(randomness: play.stage.randomness),
                clock: .system(now: clock.now)
            )
        } catch {
            made = nil
        }
        guard let client = made else {
            let expect = BSSExpect(step: step, side: side, calls: [], scenario: [], output: "")
            throw expect.failure("Drawbridge is not configured to call the BSS", "Drawbridge 未配置为可调用 BSS")
        }
        let running = BSSPlay.Running(client: client, clock: clock)
        play.bss.clients[name] = running
        return running
    }

    // The first failure ends it.
    private static func failure(
        of client: BSSClient,
        _ times: Int64,
        _ send: (BSSClient) async throws -> Void
    ) async throws -> BSSFailure? {
        do {
            for _ in 0..<times { try await send(client) }
            return nil
        } catch let failure as BSSFailure {
            return failure
        }
    }

    private static func send(_ call: String, by client: BSSClient) async throws {
        switch BSSOperation(rawValue: call) {
        case .checkIdentity: _ = try await client.send(CheckIdentity(.name, "nobody-here"))
        case .customers: _ = try await client.send(CustomerQuery(limit: 1))
        case .adjustRecords: _ = try await client.send(AdjustRecordQuery(.v3))
        case .adjustRecordsV2: _ = try await client.send(AdjustRecordQuery(.v2))
        case .sendCode, .createCustomer, nil:
            throw StepFailure(
                "call is check-identity, customers, adjust-records or adjust-records-v2",
                "call 的取值为 check-identity、customers、adjust-records 或 adjust-records-v2"
            )
        }
    }
}
