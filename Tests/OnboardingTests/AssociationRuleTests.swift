import Onboarding
import Testing
import XMLSecurity

@Suite("Associations change only by what proves itself")
struct AssociationRuleTests {
    static let now = Instant(seconds: 1_795_000_000)
    static let one = CloudAccount(id: "domain-1", name: "zhangwei")
    static let other = CloudAccount(id: "domain-2")

    /// A present state, an event, and what must come of it.
    struct Case: CustomTestStringConvertible, Sendable {
        let present: AssociationState?
        let event: AssociationEvent
        let state: AssociationState?
        let outcome: AssociationOutcome

        init(
            _ present: AssociationState?,
            _ event: AssociationEvent,
            _ state: AssociationState?,
            _ outcome: AssociationOutcome
        ) {
            self.present = present
            self.event = event
            self.state = state
            self.outcome = outcome
        }

        var testDescription: String { "\(present?.rawValue ?? "none"), \(event): \(outcome.rawValue)" }
    }

    static let table: [Case] = [
        Case(nil, .firstLogin, .pending, .applied),
        Case(.unknown, .firstLogin, .pending, .applied),
        Case(.pending, .firstLogin, .pending, .duplicate),
        Case(.bound, .firstLogin, .bound, .duplicate),
        Case(.unbound, .firstLogin, .unbound, .duplicate),
        Case(nil, .bind(one, isFirstLoginOpen: true), .bound, .applied),
        Case(.pending, .bind(one, isFirstLoginOpen: true), .bound, .applied),
        Case(.unbound, .bind(one, isFirstLoginOpen: true), .bound, .applied),
        Case(.bound, .bind(one, isFirstLoginOpen: true), .bound, .duplicate),
        Case(.bound, .bind(one, isFirstLoginOpen: false), .bound, .duplicate),
        Case(.bound, .bind(other, isFirstLoginOpen: true), .bound, .applied),
        Case(.bound, .bind(other, isFirstLoginOpen: false), .bound, .unconfirmed),
        Case(nil, .bind(one, isFirstLoginOpen: false), nil, .unconfirmed),
        Case(.pending, .bind(one, isFirstLoginOpen: false), .pending, .unconfirmed),
        Case(.unbound, .bind(one, isFirstLoginOpen: false), .unbound, .unconfirmed),
        Case(.bound, .unbind(one), .bound, .unconfirmed),
        Case(.bound, .unbind(other), .bound, .suspicious),
        Case(.unbound, .unbind(one), .unbound, .duplicate),
        Case(.unbound, .unbind(other), .unbound, .suspicious),
        Case(nil, .unbind(one), nil, .suspicious),
        Case(.unknown, .unbind(one), .unknown, .suspicious),
        Case(.pending, .unbind(one), .pending, .suspicious),
        Case(nil, .stated(.bound, one, by: .imported), .bound, .applied),
        Case(.bound, .stated(.bound, one, by: .sync), .bound, .duplicate),
        Case(.bound, .stated(.bound, nil, by: .sync), .bound, .duplicate),
        Case(.bound, .stated(.bound, other, by: .sync), .bound, .applied),
        Case(.bound, .stated(.unbound, nil, by: .api), .unbound, .applied),
        Case(.bound, .stated(.unknown, nil, by: .api), .unknown, .applied),
    ]

    @Test("Each state takes each event as the table says", arguments: table)
    func transition(_ row: Case) {
        let present = Self.association(row.present)
        let judgement = AssociationRule.judge(row.event, of: "account-1", present: present, at: Self.now)
        #expect(judgement.outcome == row.outcome)
        #expect(judgement.association?.state == row.state)
        #expect(row.outcome == .applied || judgement.association == present, "nothing else changes")
    }

    @Test("An unbind keeps the last account, so that a later one of another account stands out")
    func lastAccount() {
        let unbound = AssociationRule.judge(
            .stated(.unbound, nil, by: .sync),
            of: "account-1",
            present: Self.association(.bound),
            at: Self.now
        )
        #expect(unbound.association?.cloudAccount == Self.one)
    }

    @Test("A bind that is judged again does not undo what was settled after it came", arguments: [-1, 0, 1])
    func settledSince(seconds: Int64) {
        let settled = Association(
            account: "account-1",
            state: .unbound,
            source: .api,
            cloudAccount: Self.one,
            since: Self.now
        )
        let judgement = AssociationRule.judge(
            .bind(Self.one, isFirstLoginOpen: true),
            of: "account-1",
            present: settled,
            at: Self.now.adding(seconds: seconds)
        )
        #expect(judgement.outcome == (seconds < 0 ? .unconfirmed : .applied))
    }

    static func association(_ state: AssociationState?) -> Association? {
        state.map { state in
            Association(
                account: "account-1",
                state: state,
                source: .api,
                cloudAccount: state == .bound || state == .unbound ? one : nil,
                since: now.adding(seconds: -60)
            )
        }
    }
}
