import SAML
import Testing

@testable import JointDebug

@Suite("The runner", .timeLimit(.minutes(1)))
struct ScenarioRunnerTests {
    private actor Progress {
        private(set) var ids: [String] = []

        func add(_ report: ScenarioReport) { ids.append(report.scenario.id) }
    }

    private static func run(
        _ scenarios: [Scenario],
        width: Int = 4,
        on stage: ScenarioStage? = nil
    ) async throws -> (reports: [ScenarioReport], progress: [String]) {
        let progress = Progress()
        let runner = ScenarioRunner(try stage ?? TestStage.make(), width: width, firstNumber: 1)
        let reports = await runner.run(scenarios) { await progress.add($0) }
        return (reports, await progress.ids)
    }

    @Test("As many scenarios run side by side as are asked for, never more, and reports keep the order of the file")
    func width() async throws {
        let meeting = Meeting.open("width", of: 3)
        let scenarios = (1...9).map { number in
            TestStage.scenario("s\(number)", [TestStage.step(Attend.self, ["at": "width", "as": "\(number)"])])
        }
        let (reports, progress) = try await Self.run(scenarios, width: 3)
        #expect(reports.map(\.scenario.id) == scenarios.map(\.id))
        #expect(reports.allSatisfy { $0.verdict == .passed })
        #expect(await meeting.most == 3)
        #expect(progress.sorted() == scenarios.map(\.id))
    }

    @Test("What must be alone has nobody beside it, comes last, and in its order")
    func alone() async throws {
        let pair = Meeting.open("pair", of: 2)
        let single = Meeting.open("single")
        let scenarios = [("a", true), ("b", false), ("c", true), ("d", false)].map { id, alone in
            TestStage.scenario(
                id,
                alone: alone,
                [
                    TestStage.step(Attend.self, ["at": alone ? "single" : "pair", "as": id]),
                    TestStage.step(Attend.self, ["at": "single", "as": id]),
                ]
            )
        }
        let (reports, progress) = try await Self.run(scenarios)
        #expect(reports.map(\.scenario.id) == ["a", "b", "c", "d"])
        #expect(await pair.most == 2)
        #expect(Set(progress.prefix(2)) == ["b", "d"] && Array(progress.suffix(2)) == ["a", "c"])
        let last = await Array(single.events.suffix(8))
        #expect(last == ["a comes", "a goes", "a comes", "a goes", "c comes", "c goes", "c comes", "c goes"])
    }

    @Test("One customer for all plays one scenario after the other, whatever the width")
    func shared() async throws {
        let meeting = Meeting.open("shared")
        let plain = try TestStage.make()
        let stage = ScenarioStage(
            identityProvider: plain.identityProvider,
            simulation: plain.simulation,
            platformID: plain.platformID,
            folder: plain.folder,
            customer: ScenarioCustomer(number: 7),
            strangerKey: plain.strangerKey,
            language: .en,
            randomness: plain.randomness,
            now: plain.now
        )
        let scenarios = (1...4).map { number in
            TestStage.scenario("s\(number)", [TestStage.step(Attend.self, ["at": "shared", "as": "\(number)"])])
        }
        _ = try await Self.run(scenarios, on: stage)
        let pairs = (1...4).flatMap { ["\($0) comes", "\($0) goes"] }
        #expect(await meeting.events == pairs)
    }

    @Test("A step that may take its time is tried until it holds, and the report counts the times")
    func within() async throws {
        _ = Meeting.open("within")
        let step = TestStage.step(HoldLater.self, ["at": "within", "time": "3"], within: 60)
        let report = try await Self.run([TestStage.scenario("s", [step])]).reports[0]
        #expect(report.verdict == .passed)
        #expect(report.steps[0].attempts == 3 && report.steps[0].facts.map(\.value) == ["3"])
    }

    @Test("A step that may not is tried once; what it saw is told beside its failure, and the rest is not tried")
    func once() async throws {
        _ = Meeting.open("once")
        let step = TestStage.step(HoldLater.self, ["at": "once", "time": "2"])
        let report = try await Self.run([TestStage.scenario("s", [step, step])]).reports[0]
        #expect(report.verdict == .failed && report.steps.count == 1)
        #expect(report.failure?.sentence.zh == "尚未")
        #expect(report.steps[0].attempts == 1 && report.steps[0].facts.map(\.value) == ["1"])
    }

    @Test("A scenario that throws fails by itself; those beside it go on")
    func thrown() async throws {
        _ = Meeting.open("thrown")
        let good = TestStage.step(Attend.self, ["at": "thrown", "as": "good"])
        let scenarios = [
            TestStage.scenario("bad", [TestStage.step(Break.self), good]), TestStage.scenario("good", [good]),
        ]
        let reports = try await Self.run(scenarios, width: 1).reports
        #expect(reports.map(\.verdict) == [.failed, .passed])
        #expect(reports[0].steps.count == 1 && reports[0].failure?.sentence.en == "nothing answers")
    }

    @Test("Without what it needs a scenario is not run, and says what is missing", arguments: ScenarioNeed.allCases)
    func missing(need: ScenarioNeed) async throws {
        let scenario = TestStage.scenario("s", needs: [need], [TestStage.step(Break.self)])
        let (reports, progress) = try await Self.run([scenario])
        #expect(reports[0].verdict == .notRun && reports[0].missing == need && reports[0].steps.isEmpty)
        #expect(progress == ["s"])
        #expect(need.missing.en != need.missing.zh)
    }

    @Test("With what it needs it is run; the first need that is not met is named")
    func met() async throws {
        let stage = try TestStage.make(
            .handOff(portal: "http://localhost:1/") { _ in "" },
            metadata: "http://localhost:1/metadata",
            drawbridge: "http://localhost:1",
            commands: { _ in (0, "") }
        )
        _ = Meeting.open("met")
        let steps = [TestStage.step(Attend.self, ["at": "met", "as": "s"])]
        let needs: [ScenarioNeed] = [.handOff, .metadata, .notification, .commands]
        let met = TestStage.scenario("met", needs: needs, steps)
        let unmet = TestStage.scenario("unmet", needs: needs + [.bss, .logout], steps)
        let reports = try await Self.run([met, unmet], on: stage).reports
        #expect(reports.map(\.verdict) == [.passed, .notRun] && reports[1].missing == .bss)
    }
}
