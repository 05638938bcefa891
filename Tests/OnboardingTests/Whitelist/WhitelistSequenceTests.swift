import Onboarding
import Testing
import XMLSecurity

@Suite("What holds after any sequence of operations on a whitelist")
struct WhitelistSequenceTests {
    /// Numbers that look random and are the same in each run.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private static let names = ["li", "wang", "zhao"]
    private static let accounts: [WhitelistSubject] = ["account-1", "account-2", "客户,\"3\"", "acct*"].compactMap {
        text in
        (try? AccountPattern(text)).map { .account($0) }
    }
    private static let subjects: [WhitelistSubject] =
        accounts
        + [
            (try? DestinationPattern("https://console.example/iam/")).map { .destination($0) },
            (try? NetworkRange("2001:db8::/32")).map { .network($0) },
            (try? GatewayAddress("bss.example:443")).map { .gateway($0) },
        ].compactMap { $0 }

    private static func operation(_ book: WhitelistBook, _ generator: inout Generator) -> WhitelistOperation {
        let subject = subjects[Int.random(in: 0..<subjects.count, using: &generator)]
        let states = WhitelistState.allCases
        switch UInt8.random(in: 0..<10, using: &generator) {
        case 0, 1: return .propose([WhitelistDraft(subject)])
        case 2:
            let state = states[Int.random(in: 0..<states.count, using: &generator)]
            return .take([WhitelistDraft(subject, state: state)])
        case 3: return .rollBack(to: Int64.random(in: 0...book.revision(), using: &generator))
        default:
            let move = WhitelistMove.allCases[Int.random(in: 0..<5, using: &generator)]
            let ids = book.sorted.map(\.id)
            return .move(move, ids.isEmpty ? [1] : [ids[Int.random(in: 0..<ids.count, using: &generator)]])
        }
    }

    private static func change(_ book: WhitelistBook, _ generator: inout Generator) throws -> WhitelistChange {
        let author = names[Int.random(in: 0..<3, using: &generator)]
        let other = names[Int.random(in: 0..<3, using: &generator)]
        let approvers = Bool.random(using: &generator) ? [try WhitelistBook.person(other)] : []
        return try WhitelistBook.change(operation(book, &generator), by: author, approvedBy: approvers)
    }

    @Test("Four hundred sequences of sixty operations keep every rule", arguments: 0..<8)
    func sequences(seed: UInt64) throws {
        for sequence in UInt64(0)..<50 {
            var generator = Generator(state: seed &* 1_000 &+ sequence)
            var book = WhitelistBook(.live)
            for _ in 0..<60 {
                let before = book
                let change = try Self.change(book, &generator)
                do {
                    let differences = try book.make(change)
                    Self.check(change, differences, before, book)
                } catch is WhitelistRefusal {
                    #expect(book.entries == before.entries, "a refusal changes nothing")
                }
            }
            try Self.checkRollBacks(book)
        }
    }

    /// What a file can say of an entry.
    private static func said(_ book: WhitelistBook) -> [String] {
        WhitelistSheet.sorted(book.sorted.filter { $0.state != .retired }).map {
            "\($0.subject) \($0.validity) \($0.state)"
        }
    }

    @Test(
        "After any sequence what is exported and imported again changes nothing, and elsewhere makes the same",
        arguments: 0..<8
    )
    func exportThenImport(seed: UInt64) throws {
        let approvers = [try WhitelistBook.person("wang"), try WhitelistBook.person("zhao")]
        for sequence in UInt64(0)..<20 {
            var generator = Generator(state: seed &* 7_000 &+ sequence)
            var book = WhitelistBook(.live)
            for step in 0..<40 {
                _ = try? book.make(Self.change(book, &generator))
                // A file of nothing is refused.
                guard step.isMultiple(of: 5), book.sorted.contains(where: { $0.state != .retired }) else { continue }
                let files = [
                    try WhitelistSheet.drafts(WhitelistSheet.rows(WhitelistSheet.csv(book.sorted))),
                    try WhitelistSheet.drafts(WhitelistSheet.rows(WhitelistSheet.csv(book.sorted.reversed()))),
                ]
                for drafts in files {
                    var same = book
                    #expect(try same.make(WhitelistBook.change(.take(drafts), by: "li", approvedBy: approvers)).isEmpty)
                    var other = WhitelistBook(.live)
                    try other.make(WhitelistBook.change(.take(drafts), by: "li", approvedBy: approvers))
                    #expect(Self.said(other) == Self.said(book))
                    #expect(WhitelistSheet.csv(other.sorted) == WhitelistSheet.csv(book.sorted))
                    #expect(WhitelistSheet.yaml(other.sorted) == WhitelistSheet.yaml(book.sorted))
                }
            }
        }
    }

    private static func check(
        _ change: WhitelistChange,
        _ differences: [WhitelistDifference],
        _ before: WhitelistBook,
        _ after: WhitelistBook
    ) {
        let standing = after.sorted.filter { $0.state != .retired }.map(\.subject.key)
        #expect(Set(standing).count == standing.count, "a subject stands once")
        for difference in differences {
            #expect(difference.before == before.entry(difference.after.id))
            #expect(difference.after == after.entry(difference.after.id))
            #expect(difference.before != difference.after)
            #expect(difference.before == nil || difference.before?.subject.key == difference.after.subject.key)
            if case .move(let move, _) = change.operation {
                #expect(difference.before?.state.after(move) == difference.after.state, "\(move)")
            }
        }
        for entry in after.sorted where entry.state == .active {
            let approvers = entry.approvals.filter { !$0.isSame(as: entry.author) }
            #expect(!approvers.isEmpty, "nothing is in force that one person alone put there")
        }
        let widened = differences.contains { $0.after.state == .active && $0.before?.state != .approved }
        #expect(!widened || change.approvers.contains { !$0.isSame(as: change.author) })
    }

    // `rollback` gives the earlier revision less what was suspended since.
    private static func checkRollBacks(_ book: WhitelistBook) throws {
        for revision in 0..<book.revision() {
            var after = book
            try after.make(.rollBack(to: revision))
            let then = book.states[Int(revision)]
            let since = book.states[Int(revision)...]
            let suspended = Set(
                book.entries.values.filter { now in
                    (now.state == .suspended || now.state == .retired) && then[now.id]?.state != .retired
                        && then[now.id]?.state != .suspended && since.contains { $0[now.id]?.state == .suspended }
                }.map(\.id)
            )
            let expected = Set(then.values.filter { $0.state == .active }.map(\.id)).subtracting(suspended)
            #expect(Set(after.entries.values.filter { $0.state == .active }.map(\.id)) == expected)
            for entry in after.entries.values where !suspended.contains(entry.id) {
                #expect(entry == then[entry.id] ?? entry.with(.retired))
            }
        }
    }
}
