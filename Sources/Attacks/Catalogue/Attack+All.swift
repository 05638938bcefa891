import SAML

extension Attack {
    /// Every attack, by number.
    public static let all: [Attack] = [
        wrapping, envelope, signatureShape, keyConfusion, references, transforms, algorithms, textTricks, namespaces,
        parsing, limits, queryNames, queryOctets, requests, requestForms, relayStates, claims, times, boundaries,
        absences,
        metadataFiles, injection, encryption, logouts,
    ].flatMap { $0 }.enumerated().sorted { ($0.element.number, $0.offset) < ($1.element.number, $1.offset) }
        .map(\.element)

    static func response(
        _ number: Int,
        _ id: String,
        _ en: String,
        _ zh: String,
        _ source: String,
        _ expected: Set<RefusalClass>,
        _ mutate: @escaping @Sendable (AttackMaterial) throws -> [UInt8]
    ) -> Attack {
        Attack(number, id, en, zh, source: source, refusedAs: expected, by: .response) {
            AttackPayload(try mutate($0))
        }
    }

    /// A response that may be taken, as long as it reads as it was signed.
    static func harmless(
        _ number: Int,
        _ id: String,
        _ en: String,
        _ zh: String,
        _ source: String,
        reading: [String] = [AttackMaterial.honestSubject, "account-1"],
        _ mutate: @escaping @Sendable (AttackMaterial) throws -> [UInt8]
    ) -> Attack {
        Attack(number, id, en, zh, source: source, refusedAs: [], by: .response) {
            AttackPayload(try mutate($0), reading: reading)
        }
    }

    static func query(
        _ number: Int,
        _ id: String,
        _ en: String,
        _ zh: String,
        _ source: String,
        _ expected: Set<RefusalClass>,
        _ mutate: @escaping @Sendable (AttackMaterial) throws -> String
    ) -> Attack {
        Attack(number, id, en, zh, source: source, refusedAs: expected, by: .requestQuery) {
            AttackPayload(try mutate($0))
        }
    }

    static func form(
        _ number: Int,
        _ id: String,
        _ en: String,
        _ zh: String,
        _ source: String,
        _ expected: Set<RefusalClass>,
        _ mutate: @escaping @Sendable (AttackMaterial) throws -> [UInt8]
    ) -> Attack {
        Attack(number, id, en, zh, source: source, refusedAs: expected, by: .requestForm) {
            AttackPayload(try $0.form(mutate($0)))
        }
    }

    static func metadata(
        _ number: Int,
        _ id: String,
        _ en: String,
        _ zh: String,
        _ source: String,
        _ expected: Set<RefusalClass>,
        _ mutate: @escaping @Sendable (AttackMaterial) throws -> [UInt8]
    ) -> Attack {
        Attack(number, id, en, zh, source: source, refusedAs: expected, by: .metadata) {
            AttackPayload(try mutate($0))
        }
    }
}
