import Foundation

/// Makes directories.
public enum Directory: Sendable {
    /// Makes a directory with those above it; one that is there stays as it is.
    /// - Parameters:
    ///   - path: the directory.
    ///   - isPrivate: whether it is for the owner alone.
    /// - Throws: ``StorageError`` with what to do.
    public static func make(_ path: String, isPrivate: Bool = false) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: isPrivate ? 0o700 : 0o755]
            )
        } catch {
            throw StorageError(.unwritable, "the directory \(path) cannot be created; check its owner and mode")
        }
    }
}
