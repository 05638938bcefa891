import Foundation
import Onboarding
import Storage
import Testing
import XMLSecurity

@Suite("Kept notifications are secret to who has the store alone")
struct NotificationSecrecyTests {
    private static func key(_ octet: UInt8) throws -> SealingKey {
        try #require(SealingKey(Secret(Array(repeating: octet, count: SealingKey.length))))
    }

    @Test("Nothing of the notification stands in the file, and another key opens nothing")
    func sealed() async throws {
        let store = try TemporaryStore()
        let database = try store.open()
        let text = "bm90aWZpY2F0aW9uLW9mLXpoYW5nLXdlaQ=="
        let notification = NotificationArchiveConformance.notification(text)
        _ = try await SQLiteNotificationArchive(database, key: Self.key(1)).keep(notification, isVerified: true)
        for suffix in ["", "-wal"] {
            let content = try Data(contentsOf: URL(filePath: store.path + suffix))
            #expect(content.range(of: Data(text.utf8)) == nil)
        }
        let other = SQLiteNotificationArchive(database, key: try Self.key(2))
        await #expect(throws: StorageError.self) { try await other.kept(at: Sample.now) }
    }

    @Test("A row that was put in another's place is found")
    func swapped() async throws {
        let store = try TemporaryStore()
        let archive = SQLiteNotificationArchive(try store.open(), key: try Self.key(1))
        _ = try await archive.keep(NotificationArchiveConformance.notification("one"), isVerified: true)
        try store.tamper("UPDATE association_notification SET digest = zeroblob(32)")
        await #expect(throws: StorageError.self) { try await archive.kept(at: Sample.now) }
    }

    @Test("The history of associations cannot be rewritten")
    func history() async throws {
        let store = try TemporaryStore()
        let associations = SQLiteAssociationStore(try store.open())
        let handOff = RecordedHandOff(portal: "mall", user: "user-1", account: "account-1")
        try await associations.record(handOff, isFirstLogin: true, at: Sample.now)
        for sql in ["UPDATE association_change SET account = 'x'", "DELETE FROM association_change"] {
            #expect(throws: (any Error).self) { try store.tamper(sql) }
        }
    }
}
