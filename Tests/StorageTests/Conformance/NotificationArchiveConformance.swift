import IdentityProvider
import Onboarding
import Testing
import XMLSecurity

/// What every archive of notifications must do.
enum NotificationArchiveConformance: String, CaseIterable, Sendable {
    case keeps = "What is kept comes back, oldest first"
    case once = "The same notification is kept once, with the time at which it came last"
    case removed = "What is removed is gone, and nothing else"
    case over = "After thirty days it is gone, and purged"
    case bounded = "Of those that did not verify a thousand are kept, and they displace none that did"

    static func notification(_ text: String, at seconds: Int64 = 0) -> KeptNotification {
        let fields = KeptNotification.Fields(bindRequest: text, sigAlg: "method", signature: "c2ln")
        return KeptNotification(fields, cause: "unconfirmed", received: Sample.now.adding(seconds: seconds))
    }

    func check(_ archive: any NotificationArchive, _ housekeeping: any Housekeeping) async throws {
        let (one, two) = (Self.notification("one", at: 2), Self.notification("two", at: 1))
        for notification in [one, two] where self != .bounded {
            #expect(try await archive.keep(notification, isVerified: true))
        }
        switch self {
        case .keeps:
            #expect(try await archive.kept(at: Sample.now) == [two, one])
        case .once:
            let again = Self.notification("two", at: 3)
            #expect(try await archive.keep(again, isVerified: true))
            #expect(try await archive.kept(at: Sample.now) == [one, again])
        case .removed:
            try await archive.remove(one)
            #expect(try await archive.kept(at: Sample.now) == [two])
        case .over:
            let end = two.received.adding(seconds: KeptNotification.lifetime)
            #expect(try await archive.kept(at: end) == [one])
            #expect(try await housekeeping.purge(before: end) == 1)
        case .bounded: try await Self.bounded(archive)
        }
    }

    private static func bounded(_ archive: any NotificationArchive) async throws {
        let kept = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<KeptNotification.mostUnverified {
                group.addTask { try await archive.keep(notification("\(number)"), isVerified: false) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(!kept.contains(false))
        #expect(try await !archive.keep(notification("more"), isVerified: false))
        #expect(try await archive.keep(notification("7", at: 1), isVerified: false), "one that is there stays")
        #expect(try await archive.keep(notification("more"), isVerified: true))
        #expect(try await archive.kept(at: Sample.now).count == KeptNotification.mostUnverified + 1)
    }
}
