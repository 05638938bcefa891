import Foundation

/// Writes whole files or nothing: to a temporary file beside it, then renamed.
public enum AtomicFile: Sendable {
    /// A private key, a secret: for the owner alone.
    public static let secretMode = 0o600
    /// Anything that is published.
    public static let publicMode = 0o644

    /// Writes a file.
    /// - Parameters:
    ///   - bytes: its content.
    ///   - path: where.
    ///   - mode: its permissions, in force from the first octet on.
    ///   - replacing: whether a file that is there is replaced.
    /// - Throws: ``StorageError`` with what to do.
    public static func write(_ bytes: [UInt8], to path: String, mode: Int, replacing: Bool) throws {
        let files = FileManager.default
        guard replacing || !files.fileExists(atPath: path) else {
            throw StorageError(.duplicate, "\(path) exists and is never overwritten; move it away first")
        }
        let directory = URL(fileURLWithPath: path).deletingLastPathComponent().path
        do {
            try files.createDirectory(atPath: directory, withIntermediateDirectories: true)
        } catch {
            throw StorageError(.unwritable, "the directory \(directory) cannot be created; check its owner and mode")
        }
        let temporary = path + ".new-\(ProcessInfo.processInfo.processIdentifier)"
        guard files.createFile(atPath: temporary, contents: Data(bytes), attributes: [.posixPermissions: mode]) else {
            throw StorageError(.unwritable, "\(path) cannot be written; check the owner and mode of \(directory)")
        }
        do {
            if files.fileExists(atPath: path) {
                _ = try files.replaceItemAt(URL(fileURLWithPath: path), withItemAt: URL(fileURLWithPath: temporary))
            } else {
                try files.moveItem(atPath: temporary, toPath: path)
            }
        } catch {
            try? files.removeItem(atPath: temporary)
            throw StorageError(.unwritable, "\(path) cannot be written: \(error.localizedDescription)")
        }
    }
}
