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

    init(opening path: String, _ error: DatabaseError) {
        switch error.resultCode {
        case .SQLITE_NOTADB, .SQLITE_CORRUPT:
            self.init(.notAStore, "\(path) is not a Drawbridge store; move it away or set `store` to another file")
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
            self.init(.unwritable, "the store \(path) cannot be written; check its owner and mode")
        default:
            self.init(.failed, "the store \(path) cannot be opened: \(error.message ?? "\(error.resultCode)")")
        }
    }
}
