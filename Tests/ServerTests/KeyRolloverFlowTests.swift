import Foundation
import IdentityProvider
import Server
import Storage
import Synchronization
import Testing
import XMLSecurity

@Suite("Keys roll under a running service")
struct KeyRolloverFlowTests {
    /// What the SP of the load knows, and what came of its sign-ons.
    private final class Load: Sendable {
        let keys: Mutex<[VerificationKey]>
        let done = Mutex([0, 0, 0, 0])
        let refused = Atomic(0)
        let isOver = Atomic(false)

        init(_ keys: [VerificationKey]) { self.keys = Mutex(keys) }

        /// Waits until every worker has begun and ended a sign-on from now on.
        func settle() async {
            let before = done.withLock { $0 }
            while !done.withLock({ now in zip(now, before).allSatisfy { $0 >= $1 + 2 } }) { await Task.yield() }
        }
    }

    @Test("An SP that trusts all published keys loses no sign-on while keys are published, activated and retired")
    func trustsAll() async throws {
        let stand = try await RolloverStand()
        let load = Load(try await stand.publishedKeys())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in 0..<4 {
                group.addTask {
                    // Counted in any case: a worker that failed must not keep the others waiting.
                    while !load.isOver.load(ordering: .relaxed) {
                        let isTaken = try? await stand.signOn { load.keys.withLock { $0 } }
                        if isTaken != true { load.refused.add(1, ordering: .relaxed) }
                        load.done.withLock { $0[worker] += 1 }
                    }
                }
            }
            defer { load.isOver.store(true, ordering: .relaxed) }
            await load.settle()
            for (move, name) in [(KeyMove.publish, "new"), (.activate, "new"), (.retire, "old")] {
                try await stand.move(move, name)
                await load.settle()
                let keys = try await stand.publishedKeys()
                load.keys.withLock { $0 = keys }
                await load.settle()
            }
        }
        #expect(load.refused.load(ordering: .relaxed) == 0)
        #expect(load.done.withLock { $0.reduce(0, +) } >= 4 * 2 * 7)
        let certificate = stand.bridge.services.identityProvider.signingKey.certificate
        #expect(try certificate == stand.certificate("new"))
        #expect(try await stand.publishedKeys().count == 1)
    }

    @Test("An SP that uses the first certificate only refuses between upload and activation, and at no other time")
    func firstOnly() async throws {
        let stand = try await RolloverStand()
        let first = Mutex(try await Array(stand.publishedKeys().prefix(1)))
        func refused() async throws -> Int {
            var count = 0
            for _ in 0..<5 where try await !stand.signOn({ first.withLock { $0 } }) { count += 1 }
            return count
        }
        #expect(try await refused() == 0)
        try await stand.move(.publish, "new")
        #expect(try await refused() == 0)
        await #expect(throws: KeyMoveRefusal(.cutOver, "new")) {
            try await stand.move(.activate, "new", cutOver: .firstCertificate(uploaded: nil))
        }
        #expect(try await refused() == 0)

        let certificates = [try stand.certificate("new"), try stand.certificate("old")]
        let upload = MetadataUpload(
            sha256: "00",
            fingerprints: certificates.map(\.fingerprint),
            at: stand.bridge.clock.now,
            person: "Li"
        )
        first.withLock { $0 = [VerificationKey(certificates[0])] }
        try await stand.bridge.uploads.record(upload)
        #expect(try await refused() == 5, "the cut-over")

        let recorded = try await stand.bridge.uploads.uploads()
        #expect(recorded == [upload])
        let uploaded = recorded.last?.fingerprints.first
        try await stand.move(.activate, "new", cutOver: .firstCertificate(uploaded: uploaded))
        #expect(try await refused() == 0)
        try await stand.move(.retire, "old")
        #expect(try await refused() == 0)
    }

    @Test("A new key that cannot be used leaves the old one signing")
    func badKey() async throws {
        let stand = try await RolloverStand()
        let bridge = stand.bridge
        let keys = try await stand.publishedKeys()
        let before = try await bridge.keys.keys()
        try await bridge.keys.add(
            KeyRecord(name: "lost", fingerprint: "-", state: .published, since: bridge.clock.now),
            by: "test"
        )
        try await stand.move(.activate, "lost")
        #expect(try await bridge.keys.keys() != before)
        #expect(try await stand.signOn { keys })
    }
}
