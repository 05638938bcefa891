import Glibc

/// Why a file was not written.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds.
    public enum Code: Sendable {
        /// It is there already and is not to be replaced.
        case exists
        /// It cannot be written.
        case unwritable
    }

    /// The kind.
    public let code: Code
    /// The file.
    public let path: String
    /// One sentence with what to do.
    public let description: String

    init(_ code: Code, _ path: String, _ number: Int32 = 0) {
        self.code = code
        self.path = path
        switch code {
        case .exists: description = "\(path) exists and is never overwritten; move it away first"
        case .unwritable:
            let reason = unsafe String(cString: strerror(number))
            description = "\(path) cannot be written (\(reason)); check its directory's owner and mode"
        }
    }
}
