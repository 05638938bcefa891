import Foundation
import HuaweiCloud
import JointDebug
import SAML
import Server
import XMLSecurity

/// Plays scenarios and keeps the run.
struct RunDesk {
    let stage: ScenarioStage
    let directory: String
    let width: Int

    func play(
        _ scenarios: [Scenario],
        progress: @escaping @Sendable (ScenarioReport) async -> Void
    ) async throws -> (RunRecord, RunFolder) {
        let began = Clock.system.now
        let runner = ScenarioRunner(stage, width: width, firstNumber: Self.firstNumber(at: began))
        let subject = try subject()
        let reports = await runner.run(scenarios, progress: progress)
        let run = RunRecord(
            reports,
            name: Self.name(at: began),
            at: began,
            identityProvider: subject,
            milliseconds: Clock.system.now.milliseconds - began.milliseconds
        )
        let traces = reports.map { report in
            (report.scenario.id, report.trace.map { ExchangeRecord($0, showsPersonalData: true) })
        }
        let folder = try RunFolder.write(
            run,
            traces: Dictionary(traces) { first, _ in first },
            in: directory,
            language: Speech.language
        )
        return (run, folder)
    }

    private func subject() throws -> RunRecord.Subject {
        let descriptor = stage.simulation.registrations[stage.platformID.value]?.identityProvider
        return RunRecord.Subject(
            entityID: descriptor?.entityID ?? "-",
            metadataSHA256: Hexadecimal.encode(Digest.sha256(try descriptor?.document() ?? []))
        )
    }

    // A customer is new to every run: ten numbers a second, and phone numbers take eight digits.
    private static func firstNumber(at now: Instant) -> Int {
        Int(now.milliseconds / 100 % 89_000_000)
    }

    // Sorted by name is sorted by time.
    private static func name(at now: Instant) -> String {
        now.xsDateTime.filter { $0 != "-" && $0 != ":" && $0 != "." }
    }
}
