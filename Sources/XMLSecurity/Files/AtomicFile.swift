import Glibc

/// Writes whole files or nothing: to a file beside it, synced, then renamed.
///
/// Here and not in Storage because it calls C: Foundation on Linux creates files readable for all and tightens them
/// afterwards, and its `replaceItemAt` can leave neither file.
public enum AtomicFile: Sendable {
    /// Who may read a file, from its first octet on.
    public enum Mode: UInt32, Sendable {
        /// The owner alone: private keys, secrets, anything about customers.
        case secret = 0o600
        /// Everybody: certificates, metadata, configuration.
        case everybody = 0o644
    }

    /// Writes a file.
    /// - Parameters:
    ///   - bytes: its content.
    ///   - path: where; its directory must be there.
    ///   - mode: who may read it.
    ///   - replacing: whether a file that is there is replaced; otherwise it stays as it is.
    /// - Throws: ``FileError``.
    public static func write(_ bytes: [UInt8], to path: String, mode: Mode, replacing: Bool) throws(FileError) {
        let temporary = "\(path).new-\(getpid())"
        try create(temporary, bytes, mode, for: path)
        defer { _ = unsafe unlink(temporary) }
        // A link never replaces, a rename always does; both are one step.
        let result = replacing ? unsafe rename(temporary, path) : unsafe link(temporary, path)
        guard result == 0 else {
            throw errno == EEXIST ? FileError(.exists, path) : FileError(.unwritable, path, errno)
        }
    }

    /// Puts a whole file that was written under another name in its place.
    /// - Parameters:
    ///   - temporary: the file, on the same file system.
    ///   - path: its place.
    ///   - replacing: whether a file that is there is replaced; otherwise both stay as they are.
    /// - Throws: ``FileError``.
    public static func move(_ temporary: String, to path: String, replacing: Bool) throws(FileError) {
        let result = replacing ? unsafe rename(temporary, path) : unsafe link(temporary, path)
        guard result == 0 else {
            throw errno == EEXIST ? FileError(.exists, path) : FileError(.unwritable, path, errno)
        }
        if !replacing { _ = unsafe unlink(temporary) }
    }

    private static func create(
        _ temporary: String,
        _ bytes: [UInt8],
        _ mode: Mode,
        for path: String
    ) throws(FileError) {
        // Left behind by a process of the same number that was killed.
        _ = unsafe unlink(temporary)
        let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode.rawValue)
        guard descriptor >= 0 else { throw FileError(.unwritable, path, errno) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
            }
            guard count > 0 || errno == EINTR else { throw FileError(.unwritable, path, errno) }
            written += max(0, count)
        }
        // The umask can only have taken away; what is published is readable for all.
        guard fchmod(descriptor, mode.rawValue) == 0, fsync(descriptor) == 0 else {
            throw FileError(.unwritable, path, errno)
        }
    }
}
