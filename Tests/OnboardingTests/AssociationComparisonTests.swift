import HuaweiCloud
import Onboarding
import Testing
import XMLSecurity

@Suite("Our associations and HUAWEI CLOUD's list are compared")
struct AssociationComparisonTests {
    private static let settled = Instant(seconds: 1_790_000_000)

    private static func ours(
        _ state: AssociationState,
        _ domain: String? = nil,
        since: Int64 = -1
    ) -> Association {
        Association(
            account: "a",
            state: state,
            source: .notification,
            cloudAccount: domain.map { CloudAccount(id: $0) },
            since: settled.adding(seconds: since)
        )
    }

    private static func theirs(_ domain: String, account: String? = "a", platform: String? = "p") -> PartnerCustomer {
        PartnerCustomer(
            customerID: domain,
            accountName: "name-" + domain,
            accountID: account,
            platformID: platform,
            associationType: "2",
            associatedOn: nil
        )
    }

    private static func compare(_ ours: [Association], _ theirs: [PartnerCustomer]) throws -> AssociationComparison {
        AssociationComparison(
            ours: ours,
            theirs: theirs,
            platformID: try #require(PlatformID("p")),
            settled: settled
        )
    }

    struct Case: Sendable {
        let ours: [Association]
        let theirs: [PartnerCustomer]
        let kind: AssociationDifference.Kind?
        let state: AssociationState?
    }

    static let cases = [
        Case(ours: [], theirs: [], kind: nil, state: nil),
        Case(ours: [ours(.pending)], theirs: [], kind: nil, state: nil),
        Case(ours: [ours(.unbound, "d")], theirs: [], kind: nil, state: nil),
        Case(ours: [ours(.bound, "d")], theirs: [theirs("d")], kind: nil, state: nil),
        Case(ours: [ours(.bound)], theirs: [theirs("d")], kind: nil, state: nil),
        Case(ours: [ours(.bound, "d")], theirs: [], kind: .onlyOurs, state: .unbound),
        Case(ours: [ours(.bound, "d", since: 1)], theirs: [], kind: .recent, state: nil),
        Case(ours: [], theirs: [theirs("d")], kind: .onlyTheirs, state: .bound),
        Case(ours: [ours(.pending)], theirs: [theirs("d")], kind: .onlyTheirs, state: .bound),
        Case(ours: [ours(.unbound, "d")], theirs: [theirs("d")], kind: .onlyTheirs, state: .bound),
        Case(ours: [ours(.bound, "d")], theirs: [theirs("e")], kind: .otherAccount, state: .bound),
        Case(ours: [ours(.bound, "d")], theirs: [theirs("d"), theirs("e")], kind: .ambiguous, state: nil),
        Case(ours: [], theirs: [theirs("d", account: "a b")], kind: .ambiguous, state: nil),
        Case(ours: [], theirs: [theirs("d\u{7}")], kind: .ambiguous, state: nil),
        Case(ours: [], theirs: [theirs("d", platform: "other")], kind: nil, state: nil),
        Case(ours: [], theirs: [theirs("d", platform: nil)], kind: nil, state: nil),
        Case(ours: [], theirs: [theirs("d", account: nil)], kind: nil, state: nil),
        Case(ours: [], theirs: [theirs("d", account: "")], kind: nil, state: nil),
    ]

    @Test("Each difference has its kind, and what may be written", arguments: cases)
    func kinds(_ one: Case) throws {
        let comparison = try Self.compare(one.ours, one.theirs)
        #expect(comparison.differences.map(\.kind) == [one.kind].compactMap { $0 })
        #expect(comparison.differences.first?.proposal?.state == one.state)
    }

    @Test("What is written names the account as HUAWEI CLOUD lists it")
    func proposal() throws {
        let comparison = try Self.compare([Self.ours(.bound, "d")], [Self.theirs("e")])
        #expect(comparison.differences.first?.proposal?.cloudAccount == CloudAccount(id: "e", name: "name-e"))
    }

    @Test("A list without one customer of ours is another partner's")
    func foreign() throws {
        #expect(try Self.compare([Self.ours(.bound, "d")], [Self.theirs("d", platform: "other")]).looksForeign)
        #expect(try !Self.compare([Self.ours(.bound, "d")], [Self.theirs("d")]).looksForeign)
        #expect(try !Self.compare([], []).looksForeign)
    }
}
