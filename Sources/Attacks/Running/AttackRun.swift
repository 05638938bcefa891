import SAML

/// Tries attacks against judges.
public struct AttackRun: Sendable {
    private let material: AttackMaterial
    private let judges: AttackJudges

    /// Makes a run.
    public init(_ material: AttackMaterial, judges: AttackJudges) {
        self.material = material
        self.judges = judges
    }

    /// Tries all attacks of a list in order.
    public func outcomes(of attacks: [Attack] = Attack.all) -> [AttackOutcome] {
        let unusable = AttackCarrier.allCases.filter { !takesValidMessage($0) }
        return attacks.map { attack in
            guard !unusable.contains(attack.carrier) else {
                let reason = "the judge of \(attack.carrier.rawValue) refuses the valid message, too"
                return AttackOutcome(attack: attack, result: .notApplied(reason: reason))
            }
            return AttackOutcome(attack: attack, result: result(of: attack))
        }
    }

    /// Whether the judge of a carrier takes the valid message; one that refuses everything defends against nothing.
    public func takesValidMessage(_ carrier: AttackCarrier) -> Bool {
        guard let valid = try? material.validMessage(carrier), let judge = try? judges.judge(carrier),
            case .accepted? = try? judge(valid)
        else { return false }
        return true
    }

    private func result(of attack: Attack) -> AttackOutcome.Result {
        do {
            let payload = try attack.mutate(material)
            guard try payload.octets != material.validMessage(attack.carrier) || payload.deliveries > 1 else {
                return .notApplied(reason: "the message is still the valid one")
            }
            let judge = try judges.judge(attack.carrier)
            for _ in 1..<payload.deliveries {
                guard case .accepted = try judge(payload.octets) else {
                    return .notApplied(reason: "the first delivery was refused")
                }
            }
            return Self.result(of: try judge(payload.octets), payload, expected: attack.expected)
        } catch {
            return .notApplied(reason: "\(error)")
        }
    }

    private static func result(
        of verdict: AttackVerdict,
        _ payload: AttackPayload,
        expected: Set<RefusalClass>
    ) -> AttackOutcome.Result {
        switch verdict {
        case .accepted(let reading): payload.reading == reading ? .harmless : .accepted(reading: reading)
        case .refused(let refusal):
            expected.contains(refusal.code.refusalClass) ? .refused(refusal) : .otherwise(refusal)
        }
    }
}
