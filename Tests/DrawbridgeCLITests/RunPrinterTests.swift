import SAML
import Testing
import XMLSecurity

@testable import DrawbridgeCLI
@testable import JointDebug

@Suite("What is said of scenarios while they run")
struct RunPrinterTests {
    private static func scenario(_ id: String, _ family: ScenarioFamily = .rollover, alone: Bool = false) -> Scenario {
        Scenario(
            id: id,
            family: family,
            purpose: Bilingual("shows \(id)", "展示 \(id)"),
            source: "test",
            needs: [],
            proves: [],
            isAlone: alone,
            steps: []
        )
    }

    private static func report(
        _ scenario: Scenario,
        attempts: Int = 1,
        failure: StepFailure? = nil
    ) -> ScenarioReport {
        let step = StepReport(
            title: Bilingual("looked", "查看"),
            action: "look",
            facts: [StepFact("seen", "所见", "\(attempts) times")],
            failure: failure,
            attempts: attempts,
            exchanges: 0..<0,
            milliseconds: 1
        )
        return ScenarioReport(
            scenario: scenario,
            missing: nil,
            steps: [step],
            trace: [],
            findings: [],
            began: Instant(seconds: 1_795_000_000),
            milliseconds: 1
        )
    }

    private static func lines(_ report: ScenarioReport, isDetailed: Bool = false) async -> [String] {
        await RunPrinter([report.scenario], isDetailed: isDetailed, isText: true).take(report)
    }

    @Test("Scenarios are told of in the order in which they begin, whoever ends first")
    func order() async {
        let scenarios = [
            Self.scenario("a", alone: true), Self.scenario("b"), Self.scenario("c"), Self.scenario("d"),
        ]
        let printer = RunPrinter(scenarios, isDetailed: false, isText: true)
        var told: [[String]] = []
        for index in [2, 3, 1, 0] {
            let lines = await printer.take(Self.report(scenarios[index]))
            told.append(lines.map { String($0.prefix { $0 != " " }) })
        }
        #expect(told == [[], [], ["1/4", "2/4", "3/4"], ["4/4"]])
    }

    @Test("What was tried more than once is told, with and without --verbose; what held at once only with it")
    func retries() async {
        let again = Self.report(Self.scenario("a"), attempts: 3)
        let short = await Self.lines(again)
        #expect(short.count == 2)
        #expect(short.last?.contains("looked") == true && short.last?.contains("3") == true)
        #expect(await Self.lines(again, isDetailed: true).count == 3)
        #expect(await Self.lines(Self.report(Self.scenario("a"))).count == 1)
        #expect(await Self.lines(Self.report(Self.scenario("a")), isDetailed: true).count == 3)
    }

    @Test("A step that never held says how often it was tried, with what it saw and why it failed")
    func failed() async {
        let report = Self.report(Self.scenario("a"), attempts: 7, failure: StepFailure("not there", "不存在"))
        let text = await Self.lines(report).joined(separator: "\n")
        #expect(text.contains("not within 7 attempts") || text.contains("尝试 7 次均不符合"), "\(text)")
        #expect(text.contains("7 times"))
        #expect(text.contains("not there") || text.contains("不存在"))
    }

    @Test("The figures of a load are told in any case")
    func load() async {
        #expect(await Self.lines(Self.report(Self.scenario("load.a", .load))).contains { $0.contains("1 times") })
    }

    @Test("Nothing is said beside JSON")
    func json() async {
        let report = Self.report(Self.scenario("a"), attempts: 3)
        #expect(await RunPrinter([report.scenario], isDetailed: true, isText: false).take(report).isEmpty)
    }
}
