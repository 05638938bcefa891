import JointDebug
import Onboarding
import SAML
import Server
import XMLSecurity

/// What the runs that are kept beside this installation show of it; runs against another identity provider do not count.
struct RunSurvey {
    private let workspace: Workspace

    init(_ workspace: Workspace) {
        self.workspace = workspace
    }

    func look() throws -> RunEvidence {
        let directory = workspace.configuration.directory
        var rules: [String: RunEvidence.Judged] = [:]
        for name in RunFolder.names(in: directory) {
            let folder = try RunFolder.find(name, in: directory)
            let run = try folder.run()
            guard run.identityProvider.entityID == workspace.configuration.entityID,
                let at = Instant(xsDateTime: run.at)
            else { continue }
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
