import IdentityProvider
import SAML
import Server
import Storage

/// Moves a key, when the order of a rollover allows it.
struct KeyMoving {
    let workspace: Workspace

    func run(_ move: KeyMove, _ name: String) async throws {
        switch KeyRollover(try await workspace.keyStore.keys(), cutOver: try await cutOver()).judge(move, name) {
        case .failure(let refusal):
            if refusal.reason == .cutOver { CutOverPlan(name: name).print() }
            let status: CommandFailure.Status = refusal.reason == .unknown ? .unusable : .doesNotHold
            throw CommandFailure(status, refusal.message.en, refusal.message.zh)
        case .success(let changes):
            // A key that does not open must not become the one that signs.
            if move == .activate { _ = try workspace.signingKey(name) }
            try await workspace.keyStore.apply(changes, at: workspace.clock.now, by: Workspace.person)
            for change in changes { Terminal.print("\(change.name)  \(change.from.rawValue) -> \(change.to.rawValue)") }
        }
    }

    private func cutOver() async throws -> KeyRollover.CutOver {
        guard workspace.configuration.huawei != nil else { return .none }
        return .firstCertificate(uploaded: try await workspace.uploadStore.uploads().last?.fingerprints.first)
    }
}
