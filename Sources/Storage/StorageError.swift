import GRDB

/// Why the store cannot do its work.
public struct StorageError: Error, Sendable, CustomStringConvertible {
    /// The kinds.
    public enum Code: String, Sendable {
        /// The directory or file cannot be written.
        case unwritable
        /// The file is not a store.
        case notAStore = "not-a-store"
        /// The file was written by a newer version.
        case newer
        /// Another process does not let go of the store.
        case busy
        /// The disk is full.
        case full
        /// What is in the store cannot be read.
        case damaged
        /// Something that must be unique is there already.
        case duplicate
        /// What was asked for is not there.
        case absent
        /// Anything else that SQLite says.
        case failed
    }

    /// The kind.
    public let code: Code
    /// One sentence with what to do.
    public let description: String

    init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }

    init(notAStore path: String) {
        self.init(.notAStore, "\(path) is not a Drawbridge store; move it away or set `store` to another file")
    }

    init(damaged path: String) {
        self.init(.damaged, "the store \(path) is damaged; stop Drawbridge and restore a backup")
    }

    // SQLite's message names tables and columns, never a value: GRDB keeps the arguments out of it.
    init(path: String, _ error: DatabaseError) {
        switch error.resultCode {
        case .SQLITE_NOTADB:
            self.init(notAStore: path)
        case .SQLITE_CORRUPT, .SQLITE_FORMAT:
            self.init(damaged: path)
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
            self.init(.unwritable, "the store \(path) cannot be written; check its owner and mode")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(.busy, "another process keeps the store \(path) locked; end it or try again")
        case .SQLITE_FULL:
            self.init(.full, "the disk of the store \(path) is full; make room")
        default:
            self.init(.failed, "the store \(path) does not work: \(error.message ?? "\(error.resultCode)")")
        }
    }
}
