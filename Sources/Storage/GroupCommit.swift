import GRDB
import Synchronization

/// Puts the writes that wait at the same moment into one transaction, for the disk takes as long to keep one as to keep
/// twenty.
///
/// Every write has a savepoint of its own, so that one that fails takes no other with it. Nobody hears of a write before
/// the whole transaction is on disk. A write is not cancelled with its task: what was issued is in the ledger even when
/// the browser has gone.
final class GroupCommit: Sendable {
    private struct Write: Sendable {
        /// Does the work; the answer tells the waiting task, given why the transaction failed.
        let perform: @Sendable (GRDB.Database) -> @Sendable ((any Error)?) -> Void
        /// Tells the waiting task that there was no transaction.
        let fail: @Sendable (any Error) -> Void
    }

    private let pool: DatabasePool
    private let waiting = Mutex<[Write]>([])

    init(_ pool: DatabasePool) {
        self.pool = pool
    }

    func run<Value: Sendable>(_ body: @escaping @Sendable (GRDB.Database) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let write = Write(
                perform: { database in
                    let result = Result { try Self.savepoint(database, body) }
                    return { fault in
                        continuation.resume(with: fault.map { .failure($0) } ?? result)
                    }
                },
                fail: { continuation.resume(throwing: $0) }
            )
            waiting.withLock { $0.append(write) }
            // One turn of the writer's queue for each write; the first turn takes all, the others find nothing.
            pool.asyncWriteWithoutTransaction { self.commitWaiting(on: $0) }
        }
    }

    private func commitWaiting(on database: GRDB.Database) {
        let group = waiting.withLock { writes in
            defer { writes = [] }
            return writes
        }
        guard !group.isEmpty else { return }
        var done: [@Sendable ((any Error)?) -> Void] = []
        var fault: (any Error)?
        do {
            try database.inTransaction(.immediate) {
                for write in group {
                    done.append(write.perform(database))
                    // A full disk makes SQLite roll the whole transaction back; the next write must not begin its own.
                    guard database.isInsideTransaction else { throw DatabaseError(resultCode: .SQLITE_FULL) }
                }
                return .commit
            }
        } catch {
            fault = error
        }
        for tell in done { tell(fault) }
        for write in group.dropFirst(done.count) { write.fail(fault ?? DatabaseError(resultCode: .SQLITE_ABORT)) }
    }

    private static func savepoint<Value>(
        _ database: GRDB.Database,
        _ body: (GRDB.Database) throws -> Value
    ) throws -> Value {
        var value: Value?
        try database.inSavepoint {
            value = try body(database)
            return .commit
        }
        guard let value else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
        return value
    }
}
