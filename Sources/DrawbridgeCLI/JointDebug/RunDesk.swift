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
    let configuration: String?
    let width: Int

    func play(
        _ scenarios: [Scenario],
        progress: @escaping @Sendable (ScenarioReport) async -> Void
    ) async throws -> (RunRecord, RunFolder) {
        let began = Clock.system.now
        let runner = ScenarioRunner(stage, width: width, firstNumber: Self.firstNumber(at: began))
        let reports = await runner.run(scenarios, progress: progress)
        let run = RunRecord(
            reports,
            of: try ScenarioSet.builtIn(),
            name: Self.name(at: began),
            at: began,
            identityProvider: try await subject(),
            milliseconds: Clock.system.now.milliseconds - began.milliseconds
        )
        return try Self.keep(run, reports, in: directory, showsPersonalData: true)
    }

    /// Keeps a run with its traces.
    static func keep(
        _ run: RunRecord,
        _ reports: [ScenarioReport],
        in directory: String,
        showsPersonalData: Bool
    ) throws -> (RunRecord, RunFolder) {
        let traces = reports.map { report in
            (report.scenario.id, report.trace.map { ExchangeRecord($0, showsPersonalData: showsPersonalData) })
        }
        let folder = try RunFolder.write(
            run,
            traces: Dictionary(traces) { first, _ in first },
            in: directory,
            language: Speech.language
        )
        return (run, folder)
    }

    // As it is when the run ends: a run that rolled its keys ends with the new ones. It is the installation only when what
    // was played against has its metadata.
    private func subject() async throws -> RunRecord.Subject {
        guard let descriptor = stage.simulation.registrations[stage.platformID.value]?.identityProvider else {
            return RunRecord.Subject(entityID: "-", metadataSHA256: Hexadecimal.encode(Digest.sha256([])))
        }
        let played = try RunRecord.Subject(descriptor)
        guard let configuration else { return played }
        let installation = try await Workspace(configuration).runSubject()
        return installation.metadataSHA256 == played.metadataSHA256 ? installation : played
    }

    // A customer is new to every run: ten numbers a second, and phone numbers take eight digits.
    private static func firstNumber(at now: Instant) -> Int {
        Int(now.milliseconds / 100 % 89_000_000)
    }

    // Sorted by name is sorted by time.
    static func name(at now: Instant) -> String {
        now.xsDateTime.filter { $0 != "-" && $0 != ":" && $0 != "." }
    }
}
