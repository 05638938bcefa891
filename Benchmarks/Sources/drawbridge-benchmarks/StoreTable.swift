import Foundation
import Onboarding
import Storage
import XMLSecurity

/// What the same whitelist costs in the store: to write, to read at the start of the service, to change while it runs.
struct StoreTable {
    /// As `whitelist import` is best used: larger files would keep sign-ons waiting.
    private static let file = 100_000

    let accounts: Int

    func show(_ stopwatch: Stopwatch) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "drawbridge-benchmark-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "drawbridge.sqlite").path(percentEncoded: false)
        Table.head("a whitelist of \(accounts) accounts of 20 octets, in the store", "figure", "", "target")
        try await write(to: path)
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        WhitelistTable.figure("the store's file", "\(size >> 20) MB", "")
        let snapshot = try await load(path)
        try WhitelistTable.decisions(snapshot, stopwatch)
        try await change(path, snapshot)
    }

    // By one process, as the command line is.
    private func write(to path: String) async throws {
        let store = SQLiteWhitelistStore(try Database(path: path))
        let others = try WhitelistTable.others().map { WhitelistDraft($0.subject, state: .active) }
        _ = try await store.make(change(.take(others)), in: .live, dryRun: false)
        var times: [Duration] = []
        for first in stride(from: 0, to: accounts, by: Self.file) {
            let drafts = try (first..<min(first + Self.file, accounts)).map { number in
                WhitelistDraft(.account(try AccountPattern(WhitelistTable.account(number))), state: .active)
            }
            let take = try change(.take(drafts))
            times.append(try await Self.time { _ = try await store.make(take, in: .live, dryRun: false) })
        }
        let slowest = times.max() ?? .zero
        WhitelistTable.figure("an import of \(Self.file), the slowest", WhitelistTable.milliseconds(slowest), "seconds")
    }

    // By another, as the service is.
    private func load(_ path: String) async throws -> WhitelistSnapshot {
        let store = SQLiteWhitelistStore(try Database(path: path))
        let before = try ResidentMemory.mark()
        var snapshot = WhitelistSnapshot()
        let took = try await Self.time { snapshot = try await store.snapshot(of: .live, following: nil) }
        let growth = try ResidentMemory.growth(since: before)
        precondition(snapshot.accountCount == accounts)
        WhitelistTable.figure("loaded from the store", WhitelistTable.milliseconds(took), "2000 ms")
        WhitelistTable.figure("memory for it, at its highest", "\(growth / 1024) MB", "160 MB")
        return snapshot
    }

    // Each entry is suspended by one process and followed by the other, which looks twice a second.
    private func change(_ path: String, _ loaded: WhitelistSnapshot) async throws {
        let writer = SQLiteWhitelistStore(try Database(path: path))
        let reader = SQLiteWhitelistStore(try Database(path: path))
        var (snapshot, written, followed) = (loaded, [Duration](), [Duration]())
        for number in 0..<9 {
            let account = WhitelistTable.account(number * (accounts / 9))
            let question = WhitelistQuestion(
                serviceProvider: WhitelistTable.serviceProvider,
                assertionConsumerService: WhitelistTable.serviceProvider + "acs",
                account: account,
                at: WhitelistTable.now
            )
            guard case .admitted(let entries) = snapshot.decide(question, in: .live), let entry = entries.last else {
                preconditionFailure(account)
            }
            let suspend = try change(.move(.suspend, [entry]))
            written.append(try await Self.time { _ = try await writer.make(suspend, in: .live, dryRun: false) })
            followed.append(
                try await Self.time {
                    snapshot = try await reader.snapshot(of: .live, following: snapshot)
                    precondition(snapshot.decide(question, in: .live).refusal != nil)
                }
            )
        }
        let median = { (times: [Duration]) in times.sorted()[times.count / 2] }
        WhitelistTable.figure("one change, until it is on disk", Self.microseconds(median(written)), "")
        WhitelistTable.figure("from there, until it decides", Self.microseconds(median(followed)), "1 s with the wait")
    }

    private func change(_ operation: WhitelistOperation) throws -> WhitelistChange {
        WhitelistChange(
            operation,
            by: try WhitelistPerson("li", isProved: true),
            approvedBy: [try WhitelistPerson("wang", isProved: true)],
            reason: "a measurement",
            at: WhitelistTable.now
        )
    }

    private static func time(_ body: () async throws -> Void) async throws -> Duration {
        try await ContinuousClock().measure(body)
    }

    private static func microseconds(_ time: Duration) -> String {
        WhitelistTable.microseconds(
            Double(time.components.attoseconds) / 1e12 + Double(time.components.seconds) * 1e6
        )
    }
}
