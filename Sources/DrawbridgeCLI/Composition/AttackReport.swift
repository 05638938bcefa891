import Attacks
import SAML

/// What came of all attacks, for people and for machines.
struct AttackReport {
    let outcomes: [AttackOutcome]

    var isDefended: Bool { outcomes.allSatisfy(\.isDefended) }

    private struct Item: Encodable {
        let number: Int
        let id: String?
        let title: String
        let source: String?
        let carrier: String?
        let expected: String?
        let found: String
        let isDefended: Bool?
    }

    func printJSON() throws {
        let language = Speech.language
        let tried = outcomes.map { outcome in
            Item(
                number: outcome.attack.number,
                id: outcome.attack.id,
                title: outcome.attack.title[language],
                source: outcome.attack.source,
                carrier: outcome.attack.carrier.rawValue,
                expected: outcome.expected,
                found: outcome.found,
                isDefended: outcome.isDefended
            )
        }
        let untried = InapplicableAttack.all.map { attack in
            Item(
                number: attack.number,
                id: nil,
                title: attack.reason[language],
                source: nil,
                carrier: nil,
                expected: nil,
                found: "not-tried",
                isDefended: nil
            )
        }
        try ListOutput(schema: "drawbridge.attacks.v1", items: tried + untried).print()
    }

    func printText() {
        let header = [
            "", say("NO.", "编号"), say("ATTACK", "攻击"), say("EXPECTED", "期望"), say("FOUND", "实际"),
            say("WHAT THE ATTACKER DOES", "攻击者所为"),
        ]
        let rows = outcomes.map { outcome in
            [
                outcome.isDefended ? "✓" : "✗", String(outcome.attack.number), outcome.attack.id, outcome.expected,
                outcome.found, outcome.attack.title[Speech.language],
            ]
        }
        Terminal.print(table: [header] + rows)
        Terminal.print("")
        for attack in InapplicableAttack.all {
            Terminal.print(say("not tried", "未尝试") + " \(attack.number): " + attack.reason[Speech.language])
        }
        Terminal.print("")
        let held = outcomes.count(where: \.isDefended)
        let mark = isDefended ? Terminal.paint("✓ ", .green) : Terminal.paint("✗ ", .red)
        Terminal.print(
            mark
                + say(
                    "\(held) of \(outcomes.count) attacks refused as expected, or read as they were signed",
                    "\(outcomes.count) 项攻击中有 \(held) 项按预期被拒绝，或仍按签名内容读取"
                )
        )
    }
}
