import Foundation
import SAML
import TestSupport
import Testing
import XMLSecurity

/// A small generator with a seed, so that a failure can be made again.
private struct Dice {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    }

    // xorshift64*
    mutating func roll(_ sides: Int) -> Int {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return Int(truncatingIfNeeded: (state &* 0x2545_F491_4F6C_DD1D) >> 33) % sides
    }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[roll(values.count)] }

    /// Text with everything that XML can carry and that breaks careless writers.
    mutating func text(upTo length: Int) -> String {
        (0..<roll(length + 1)).map { _ in pick(Self.alphabet) }.joined()
    }

    private static let alphabet =
        Array("aZ09 <>&\"'\t\n]>--张伟😀é\u{301}\u{A0}{}$;=%/\\").map(String.init)
        + ["\r", "\r\n", "&amp;", "<!--", "]]>", "\u{FEFF}"]

    mutating func id() -> String {
        let digits = Array("0123456789abcdef")
        return "_" + (0..<40).map { _ in String(pick(digits)) }.joined()
    }
}

@Suite("No valid response is refused")
struct RandomResponseTests {
    private static let now = Instant(seconds: 1_795_000_000)
    private static let keys: [(PrivateKey, [SignatureAlgorithm])] = [
        (TestPKI.rsa2048, [.rsaSHA256, .rsaSHA384, .rsaSHA512]),
        (TestPKI.ecP256, [.ecdsaSHA256, .ecdsaSHA384, .ecdsaSHA512]),
    ]

    // A hundred of each seed; under the sanitizer, which makes each ten times as dear, Scripts/lib.sh asks for fewer.
    private static let turns = Int(ProcessInfo.processInfo.environment["DRAWBRIDGE_RANDOM_TURNS"] ?? "") ?? 100

    /// Ten thousand in all; each argument can be run alone when it fails.
    @Test("Ten thousand random responses are accepted, and say what was put into them", arguments: 0..<100)
    func accepted(seed: Int) throws {
        var dice = Dice(seed: UInt64(seed + 1))
        for turn in 0..<Self.turns {
            let (privateKey, methods) = dice.pick(Self.keys)
            let key = try SigningKey(
                privateKey: privateKey,
                certificate: Self.certificate(privateKey),
                algorithm: dice.pick(methods)
            )
            let sp = "https://sp.example/" + String(dice.roll(1000))
            let acs = sp + "/acs?x=1&y=\(dice.roll(9))"
            let assertion = Self.assertion(&dice, sp: sp, acs: acs)
            let response = Response(
                id: dice.id(),
                issueInstant: Self.now.adding(seconds: Int64(dice.roll(300)) - 150),
                issuer: "https://idp.example",
                destination: acs,
                inResponseTo: "_request",
                status: .success,
                assertion: assertion
            )
            let signing = dice.pick(Response.Signing.allCases)
            let expectations = ResponseExpectations(
                identityProvider: "https://idp.example",
                keys: [VerificationKey(key.certificate)],
                serviceProvider: sp,
                assertionConsumerService: acs,
                requestID: "_request"
            )
            let document = try response.document(signedBy: key, signing: signing)
            switch ResponseValidator(expectations).validate(document, at: Self.now) {
            case .failure(let refusal): Issue.record("seed \(seed), turn \(turn): \(refusal.code.id) \(refusal)")
            case .success(let validated):
                #expect(validated.assertion == assertion, "seed \(seed), turn \(turn)")
                #expect(validated.signed == signing)
            }
        }
    }

    private static let rsaCertificate = Result { try TestPKI.certificate(for: TestPKI.rsa2048) }
    private static let ecCertificate = Result { try TestPKI.certificate(for: TestPKI.ecP256) }

    private static func certificate(_ key: PrivateKey) throws -> Certificate {
        try (key === TestPKI.rsa2048 ? rsaCertificate : ecCertificate).get()
    }

    private static func assertion(_ dice: inout Dice, sp: String, acs: String) -> Assertion {
        let format = dice.pick([NameIDFormat.transient, NameIDFormat.persistent, NameIDFormat.unspecified, nil])
        return Assertion(
            id: dice.id(),
            issueInstant: now,
            issuer: "https://idp.example",
            subject: Subject(
                nameID: NameID(
                    value: "n" + dice.text(upTo: 40),
                    format: format,
                    nameQualifier: dice.pick([nil, "https://idp.example"]),
                    spNameQualifier: dice.pick([nil, sp])
                ),
                confirmations: [
                    SubjectConfirmation(
                        recipient: acs,
                        notOnOrAfter: now.adding(seconds: Int64(dice.roll(900)) - 179),
                        inResponseTo: "_request"
                    )
                ]
            ),
            conditions: Conditions(
                notBefore: now.adding(seconds: Int64(dice.roll(700)) - 600),
                notOnOrAfter: now.adding(seconds: 101 + Int64(dice.roll(900))),
                audience: sp
            ),
            authnStatement: AuthnStatement(
                authnInstant: now.adding(seconds: Int64(dice.roll(3600)) - 3600 + 180),
                sessionIndex: dice.id(),
                sessionNotOnOrAfter: dice.pick([nil, now.adding(seconds: Int64(dice.roll(9000)))]),
                authnContextClassRef: AuthnContextClass.passwordProtectedTransport
            ),
            attributes: (0..<dice.roll(12)).map { number in
                Attribute(
                    name: "a\(number)" + dice.text(upTo: 8),
                    nameFormat: dice.pick([nil, Attribute.uriFormat, Attribute.basicFormat]),
                    friendlyName: dice.pick([nil, "f" + dice.text(upTo: 8)]),
                    values: (0..<(1 + dice.roll(3))).map { _ in dice.text(upTo: 60) }
                )
            }
        )
    }
}
