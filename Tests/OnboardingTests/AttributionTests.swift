import Onboarding
import Testing
import XMLSecurity

@Suite("A notification finds its account by recorded hand-offs, or not at all")
struct AttributionTests {
    private static let now = Instant(seconds: 1_795_000_000)

    private static func handOff(_ portal: String, _ account: String) -> RecordedHandOff {
        RecordedHandOff(portal: portal, user: "user-1", account: account)
    }

    @Test("None and several are nobody's; one account of two portals is one")
    func accounts() {
        #expect(Attribution([]).account == nil)
        #expect(Attribution([Self.handOff("mall", "a")]).account == "a")
        #expect(Attribution([Self.handOff("mall", "a"), Self.handOff("shop", "b")]).account == nil)
        #expect(Attribution([Self.handOff("mall", "a"), Self.handOff("mall", "b")]).portals.isEmpty)
        let both = Attribution([Self.handOff("shop", "a"), Self.handOff("mall", "a")])
        #expect(both.account == "a")
        #expect(both.portals == ["mall", "shop"])
    }

    @Test("A first login is open for a day from its beginning, the end not included")
    func window() {
        let opened = Self.handOff("mall", "a").openingFirstLogin(at: Self.now)
        let day = RecordedHandOff.firstLoginLifetime
        for (seconds, isOpen) in [(Int64(-1), false), (0, true), (day - 1, true), (day, false)] {
            #expect(opened.isFirstLoginOpen(at: Self.now.adding(seconds: seconds)) == isOpen, "\(seconds)")
        }
        #expect(!Self.handOff("mall", "a").isFirstLoginOpen(at: Self.now))
    }

    @Test("A second first login makes an open one longer, and begins anew after a closed one")
    func reopening() {
        let day = RecordedHandOff.firstLoginLifetime
        let opened = Self.handOff("mall", "a").openingFirstLogin(at: Self.now)
        let longer = opened.openingFirstLogin(at: Self.now.adding(seconds: 60))
        #expect(longer.firstLoginOpened == Self.now)
        #expect(longer.firstLoginUntil == Self.now.adding(seconds: 60 + day))
        let anew = opened.openingFirstLogin(at: Self.now.adding(seconds: day))
        #expect(!anew.isFirstLoginOpen(at: Self.now))
    }

    @Test("isFirstLogin: the claim wins, then what is known, then the configuration")
    func firstLogin() {
        typealias Row = (claim: Bool?, state: AssociationState, unknown: Bool?, value: Bool?, contradicted: Bool)
        let rows: [Row] = [
            (nil, .pending, nil, true, false), (nil, .unbound, false, true, false), (nil, .bound, true, false, false),
            (nil, .unknown, nil, nil, false), (nil, .unknown, true, true, false), (nil, .unknown, false, false, false),
            (true, .bound, nil, true, true), (false, .pending, nil, false, true), (false, .unbound, nil, false, true),
            (false, .bound, nil, false, false), (true, .unknown, false, true, false),
        ]
        for row in rows {
            let decided = FirstLogin(claim: row.claim, state: row.state, whenUnknown: row.unknown)
            #expect(decided?.value == row.value, "\(row)")
            #expect(decided?.isContradicted ?? false == row.contradicted, "\(row)")
        }
    }

    @Test("A delivery is tried again eleven times at most, ever more rarely, and then given up")
    func schedule() {
        let pauses = (1...11).map { WebhookSchedule.pause(after: $0) }
        #expect(pauses.compactMap(\.self) == WebhookSchedule.pauses)
        #expect(WebhookSchedule.pauses == WebhookSchedule.pauses.sorted())
        #expect(WebhookSchedule.pause(after: 11) == nil)
    }
}
