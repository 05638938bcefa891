import JointDebug
import Onboarding
import SAML
import Server
import XMLSecurity

/// What the runs that are kept beside this installation show of it.
///
/// A run against another identity provider, or of another configuration, other metadata or another version, does not count
/// (design section 10).
struct RunSurvey {
    private let workspace: Workspace

    init(_ workspace: Workspace) {
        self.workspace = workspace
    }

    func look() async throws -> RunEvidence {
        let directory = workspace.configuration.directory
        let subject = try await workspace.runSubject()
        var rules: [String: RunEvidence.Judged] = [:]
        var others = 0
        for name in RunFolder.names(in: directory) {
            let folder = try RunFolder.find(name, in: directory)
            let run = try folder.run()
            guard run.identityProvider == subject, let at = Instant(xsDateTime: run.at) else {
                others += 1
                continue
            }
            let sha256 = try folder.sha256()
            for judged in run.rules {
                rules[judged.rule] = RunEvidence.Judged(
                    holds: judged.holds,
                    run: run.name,
                    sha256: sha256,
                    at: at,
                    provenance: run.kind == .real ? .real : .simulation
                )
            }
        }
        guard !rules.isEmpty || others == 0 else {
            throw CommandFailure(
                .doesNotHold,
                "The runs that are kept (\(others)) are of another configuration, other metadata or another version; run it again: drawbridge joint-debug run",
                "已保存的 \(others) 次运行对应其他配置、元数据或版本，请重新运行：drawbridge joint-debug run"
            )
        }
        guard !rules.isEmpty else {
            throw CommandFailure(
                .doesNotHold,
                "There is no run against this identity provider yet; see: drawbridge joint-debug run --help",
                "尚无针对本身份提供商的运行，请查看：drawbridge joint-debug run --help"
            )
        }
        return RunEvidence(rules: rules)
    }
}
