import Foundation
import Onboarding
import XMLSecurity

/// Collects what rules are judged on; what cannot be read says why.
struct ChecklistSurvey: Sendable {
    /// Looks share one disk and one store: more at a time are not sooner done.
    private static let width = 4

    let looks: [ChecklistLook]

    /// Takes the looks that some parts of the evidence need, and no other, a few at a time.
    /// - Parameters:
    ///   - parts: the parts.
    ///   - ended: told of each look that ended, with the evidence so far.
    /// - Returns: the evidence.
    func evidence(
        of parts: Set<PartialKeyPath<ChecklistEvidence>>,
        ended: (_ part: PartialKeyPath<ChecklistEvidence>, ChecklistEvidence) -> Void = { _, _ in }
    ) async -> ChecklistEvidence {
        let looks = looks.filter { parts.contains($0.part) }
        let turnstile = Turnstile(Self.width)
        return await withTaskGroup { group in
            for look in looks {
                group.addTask {
                    await turnstile.enter()
                    let sight = await look.take()
                    await turnstile.leave()
                    return (look, sight)
                }
            }
            var evidence = ChecklistEvidence()
            for await (look, sight) in group {
                sight(&evidence)
                ended(look.part, evidence)
            }
            return evidence
        }
    }
}
