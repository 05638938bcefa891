import IdentityProvider
import SAML
import Testing
import XMLSecurity

@Suite("The order of a rollover")
struct KeyRolloverTests {
    private static func record(_ name: String, _ state: KeyRecord.State) -> KeyRecord {
        KeyRecord(name: name, fingerprint: "fingerprint of \(name)", state: state, since: Instant(seconds: 0))
    }

    private static func judge(
        _ move: KeyMove,
        _ state: KeyRecord.State,
        _ cutOver: KeyRollover.CutOver = .none
    ) -> Result<[KeyChange], KeyMoveRefusal> {
        KeyRollover([record("old", .active), record("new", state)], cutOver: cutOver).judge(move, "new")
    }

    @Test(
        "A key goes from generated to published to active, and from published to retired",
        arguments: [
            (KeyMove.publish, KeyRecord.State.generated, [KeyChange("new", from: .generated, to: .published)]),
            (
                .activate, .published,
                [KeyChange("old", from: .active, to: .published), KeyChange("new", from: .published, to: .active)]
            ), (.retire, .published, [KeyChange("new", from: .published, to: .retired)]),
        ]
    )
    func allowed(move: KeyMove, state: KeyRecord.State, changes: [KeyChange]) {
        #expect(Self.judge(move, state) == .success(changes))
    }

    @Test(
        "Every other move is refused, with what to do first",
        arguments: [
            (KeyMove.publish, KeyRecord.State.published, KeyMoveRefusal.Reason.alreadyThere),
            (.publish, .active, .alreadyThere), (.publish, .retired, .retired),
            (.activate, .generated, .notPublished), (.activate, .active, .alreadyThere),
            (.activate, .retired, .retired), (.retire, .generated, .notPublished), (.retire, .active, .stillActive),
            (.retire, .retired, .alreadyThere),
        ]
    )
    func refused(move: KeyMove, state: KeyRecord.State, reason: KeyMoveRefusal.Reason) {
        let refusal = KeyMoveRefusal(reason, "new")
        #expect(Self.judge(move, state) == .failure(refusal))
        #expect(refusal.message.en.contains("drawbridge keys"))
    }

    @Test("A key that nobody made does not move", arguments: KeyMove.allCases)
    func unknown(move: KeyMove) {
        #expect(KeyRollover([]).judge(move, "new") == .failure(KeyMoveRefusal(.unknown, "new")))
    }

    @Test(
        "An SP that uses the first certificate only must have been given the new key first",
        arguments: [nil, "fingerprint of old", "fingerprint of new"] as [String?]
    )
    func cutOver(uploaded: String?) {
        let verdict = Self.judge(.activate, .published, .firstCertificate(uploaded: uploaded))
        if uploaded == "fingerprint of new" {
            #expect(verdict == Self.judge(.activate, .published))
        } else {
            #expect(verdict == .failure(KeyMoveRefusal(.cutOver, "new")))
        }
    }

    @Test(
        "An end is told 90, 30 and 7 days before, and when it has come",
        arguments: [
            (91 * 86_400, nil), (90 * 86_400, 90), (31 * 86_400, 90), (30 * 86_400, 30), (8 * 86_400, 30),
            (7 * 86_400, 7), (1, 7), (0, 0), (-1, 0),
        ] as [(Int64, Int64?)]
    )
    func expiry(left: Int64, threshold: Int64?) {
        let now = Instant(seconds: 1_795_000_000)
        let warning = ExpiryWarning(.key("signing-1"), ending: now.adding(seconds: left), at: now)
        #expect(warning?.threshold == threshold)
        #expect(warning.map { $0.message.en.contains("ended") } == threshold.map { $0 == 0 })
    }
}
