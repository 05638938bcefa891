import Attacks
import Onboarding

/// Tries this build with every attack of the catalogue, as `self-test --attacks` does.
enum DefenceSurvey {
    static func look() throws -> DefenceEvidence {
        let classes = Dictionary(grouping: try AttackStand().outcomes(), by: \.attack.number)
        return DefenceEvidence(
            classes.sorted { $0.key < $1.key }.map { number, outcomes in
                DefenceEvidence.Class(
                    number: number,
                    tried: outcomes.count,
                    open: outcomes.filter { !$0.isDefended }.map(\.attack.id)
                )
            }
        )
    }
}
