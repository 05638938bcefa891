import Onboarding
import XMLSecurity

/// What a whitelist of a million accounts costs: to hold, to ask, to change.
enum WhitelistTable {
    private static let count = 1_000_000
    private static let now = Instant(seconds: 1_795_000_000)
    private static let serviceProvider = "https://auth.huaweicloud.com/"

    static func show(_ stopwatch: Stopwatch) throws {
        Table.head("a whitelist of \(count) accounts of 20 octets", "figure", "", "target")
        var snapshot = WhitelistSnapshot()
        let others = try self.others()
        let clock = ContinuousClock()
        var took = Duration.zero
        let growth = try ResidentMemory.growth {
            took = clock.measure { snapshot = loaded(others) }
        }
        precondition(snapshot.accountCount == count)
        figure("made in memory", milliseconds(took), "2000 ms with reading")
        figure("memory, at its highest", "\(growth / 1024) MB", "160 MB")
        try decisions(snapshot, stopwatch)
        let entry = WhitelistEntry(
            id: 7,
            subject: .account(try AccountPattern(account(7))),
            state: .suspended,
            author: try WhitelistPerson("li", isProved: true)
        )
        let times = try stopwatch.measure([{ _ = snapshot.applying([entry], revision: 2) }])
        figure("one change to another snapshot", microseconds(times[0]), "")
    }

    private static func decisions(_ snapshot: WhitelistSnapshot, _ stopwatch: Stopwatch) throws {
        // Spread over all of them, so that no cache holds what is asked.
        let asked = (0..<4096).map { account($0 * 244 + 5) }
        var next = 0
        func decide(_ account: String, admits: Bool) {
            let question = WhitelistQuestion(
                serviceProvider: serviceProvider,
                assertionConsumerService: serviceProvider + "acs",
                account: account,
                at: now
            )
            let isAdmitted = snapshot.decide(question, in: .live).refusal == nil
            precondition(isAdmitted == admits)
        }
        let times = try stopwatch.measure([
            {
                next = (next + 1) & 4095
                decide(asked[next], admits: true)
            }, { decide("prefix-77-any-account", admits: true) },
            { decide("somebody-else-of-some-length", admits: false) },
        ])
        figure("a decision: SP, return address and an exact account", microseconds(times[0]), "5 us")
        figure("the same by one of 100 prefixes", microseconds(times[1]), "5 us")
        figure("a refusal", microseconds(times[2]), "5 us")
    }

    private static func loaded(_ others: [WhitelistEntry]) -> WhitelistSnapshot {
        WhitelistSnapshot(revision: 1, others: others) { put in
            for number in 0..<count {
                put(account(number), WhitelistGrant(entry: Int64(number), state: .active, validity: .always))
            }
        }
    }

    private static func account(_ number: Int) -> String { "customer-" + String(number + 10_000_000_000) }

    private static func others() throws -> [WhitelistEntry] {
        let li = try WhitelistPerson("li", isProved: true)
        let provider = try WhitelistedProvider(
            serviceProvider,
            assertionConsumerServices: [serviceProvider + "acs"],
            certificates: [String(repeating: "ab", count: 32)]
        )
        let prefixes = try (0..<100).map { WhitelistSubject.account(try AccountPattern("prefix-\($0)-*")) }
        return ([.serviceProvider(provider)] + prefixes).enumerated().map { index, subject in
            WhitelistEntry(id: Int64(count + index), subject: subject, state: .active, author: li)
        }
    }

    private static func figure(_ what: String, _ value: String, _ target: String) {
        print(Table.padded(what, 58), Table.padded(value, 12), Table.padded("", 12), target)
    }

    private static func milliseconds(_ time: Duration) -> String {
        "\(Int(Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1000)) ms"
    }

    private static func microseconds(_ time: Double) -> String { "\((time * 100).rounded() / 100) us" }
}
