import IdentityProvider
import Onboarding
import Testing
import XMLSecurity

/// What every store of the checklist must do.
enum ChecklistStoreConformance: String, CaseIterable, Sendable {
    case runs = "Runs come newest first, by stage, whole, under numbers that only grow"
    case waivers = "The last waiver of each rule counts"
    case files = "The last file of each rule counts, and every file ever attached is kept"
    case trail = "Waivers and files stand in the trail with their person"

    func check(_ store: any ChecklistStore, _ trail: any AuditTrail) async throws {
        switch self {
        case .runs: try await Self.runs(store)
        case .waivers:
            let first = Self.waiver("store.backup", "Li")
            try await store.keep(first)
            try await store.keep(Self.waiver("manual.icp", "Han"))
            let second = Self.waiver("store.backup", "Han")
            try await store.keep(second)
            #expect(try await store.waivers() == [Self.waiver("manual.icp", "Han"), second])
        case .files: try await Self.files(store)
        case .trail:
            try await store.keep(Self.waiver("store.backup", "Li"))
            try await store.keep(Self.file("manual.icp", "aa", "Han"), content: [1])
            let entries = try await trail.entries(since: Sample.now, limit: 10)
            #expect(entries.map(\.kind) == [.checklist, .checklist])
            #expect(entries.map(\.subject) == ["store.backup", "manual.icp"])
            #expect(entries.map(\.person) == ["Li", "Han"])
            let proofs = ["operator token, approver, system user li", "unproved"]
            for (entry, proof) in zip(entries, proofs) { #expect(entry.reason?.contains(proof) == true, "\(entry)") }
        }
    }

    private static func runs(_ store: any ChecklistStore) async throws {
        let results = ChecklistRule.all.prefix(3).map { $0.result(on: ChecklistEvidence(), for: .live, at: Sample.now) }
        let surrounding = ChecklistRun.Surrounding(version: "0", configuration: "aa", metadata: nil)
        func run(_ stage: ChecklistStage, _ person: String) -> ChecklistRun {
            ChecklistRun(stage, at: Sample.now, by: person, under: surrounding, results: results)
        }
        let numbers = [
            try await store.keep(run(.prepare, "a")), try await store.keep(run(.live, "b")),
            try await store.keep(run(.prepare, "c")),
        ]
        #expect(numbers == numbers.sorted() && Set(numbers).count == 3)
        let all = try await store.runs(of: nil, before: nil, limit: 10)
        #expect(all.map(\.number) == numbers.reversed())
        #expect(all.first?.run == run(.prepare, "c"))
        #expect(try await store.runs(of: .prepare, before: nil, limit: 1).map(\.run) == [run(.prepare, "c")])
        #expect(try await store.runs(of: nil, before: numbers[1], limit: 10).map(\.number) == [numbers[0]])
        #expect(try await store.runs(of: .jointDebug, before: nil, limit: 1).isEmpty)
    }

    private static func files(_ store: any ChecklistStore) async throws {
        try await store.keep(file("manual.icp", "aa", "Li"), content: [1, 2])
        try await store.keep(file("manual.icp", "bb", "Li"), content: [3])
        try await store.keep(file("manual.contacts", "aa", "Li"), content: [1, 2])
        let last = [file("manual.contacts", "aa", "Li"), file("manual.icp", "bb", "Li")]
        #expect(try await store.attachments() == last)
        #expect(try await store.content(of: "aa") == [1, 2])
        #expect(try await store.content(of: "bb") == [3])
        #expect(try await store.content(of: "cc") == nil)
    }

    private static func waiver(_ rule: String, _ person: String) -> ChecklistWaiver {
        ChecklistWaiver(
            rule,
            by: self.person(person),
            reason: "x",
            since: Sample.now,
            until: Sample.now.adding(seconds: 60)
        )
    }

    private static func file(_ rule: String, _ sha256: String, _ person: String) -> ChecklistAttachment {
        ChecklistAttachment(rule, name: "scan.pdf", sha256: sha256, by: self.person(person), at: Sample.now)
    }

    // One whom a token proves, and one who is a name alone.
    private static func person(_ name: String) -> ChecklistPerson {
        ChecklistPerson(name: name, role: name == "Li" ? .approver : nil, systemUser: name == "Li" ? "li" : nil)
    }
}
