import Onboarding
import SAML
import XMLSecurity

/// One look at the installation, for the rules that judge one part of the evidence.
struct ChecklistLook: Sendable {
    /// What it saw, as it is put into the evidence.
    typealias Sight = @Sendable (inout ChecklistEvidence) -> Void

    /// The part of the evidence that it takes.
    let part: any PartialKeyPath<ChecklistEvidence> & Sendable
    private let look: @Sendable () async -> Sight

    /// Makes a look.
    /// - Parameters:
    ///   - part: the part of the evidence that it takes.
    ///   - limit: how long it may take.
    ///   - look: looks; what it throws is why its rules cannot be verified.
    init<Value>(
        _ part: any WritableKeyPath<ChecklistEvidence, Evidence<Value>> & Sendable,
        limit: Duration = LookTimeout.usual,
        look: @escaping @Sendable () async throws -> Evidence<Value>
    ) {
        self.part = part
        self.look = {
            let evidence: Evidence<Value>
            do {
                evidence = try await LookTimeout.run(limit, look)
            } catch {
                evidence = .missing(Self.sentence(error))
            }
            return { $0[keyPath: part] = evidence }
        }
    }

    /// Makes a look at something of our own, or at what persons said.
    init<Value>(
        _ part: any WritableKeyPath<ChecklistEvidence, Evidence<Value>> & Sendable,
        at now: Instant,
        against provenance: Provenance = .ownMeasurement,
        limit: Duration = LookTimeout.usual,
        look: @escaping @Sendable () async throws -> Value
    ) {
        self.init(part, limit: limit) { .taken(try await look(), at: now, against: provenance) }
    }

    /// Looks: one that fails or hangs is no pass and no end of the run, and its rules say why nobody knows.
    func take() async -> Sight { await look() }

    private static func sentence(_ error: any Error) -> Bilingual {
        switch error {
        case let failure as CommandFailure: return failure.text
        case let passed as LookTimeout.Passed:
            let seconds = passed.limit.components.seconds
            return Bilingual("It took longer than \(seconds) seconds.", "超过 \(seconds) 秒未完成。")
        default: return Bilingual("It could not be looked at: \(error)", "无法采集：\(error)")
        }
    }
}
