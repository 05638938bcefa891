public import SAML

/// One attack of the catalogue: how a valid message becomes a hostile one, and how it must be refused.
public struct Attack: Sendable, CustomStringConvertible {
    /// The row of the catalogue, 1 to ``lastNumber``.
    public let number: Int
    /// The stable name, such as `xsw-3`.
    public let id: String
    /// What the attacker does.
    public let title: Bilingual
    /// Where it was seen: advisories and papers.
    public let source: String
    /// The classes of refusal that stop it; empty when the message may be taken, because it reads as it was signed.
    public let expected: Set<RefusalClass>
    /// What carries it.
    public let carrier: AttackCarrier
    /// Turns a valid message into the attack; throws ``AttackNotApplicable`` when the message has not the needed parts.
    public let mutate: @Sendable (AttackMaterial) throws -> AttackPayload

    /// How many rows the catalogue has (attacks.md C.2).
    public static let lastNumber = 61

    /// Number and id.
    public var description: String { "\(number) \(id)" }

    init(
        _ number: Int,
        _ id: String,
        _ en: String,
        _ zh: String,
        source: String,
        refusedAs expected: Set<RefusalClass>,
        by carrier: AttackCarrier,
        _ mutate: @escaping @Sendable (AttackMaterial) throws -> AttackPayload
    ) {
        self.number = number
        self.id = id
        title = Bilingual(en, zh)
        self.source = source
        self.expected = expected
        self.carrier = carrier
        self.mutate = mutate
    }
}
