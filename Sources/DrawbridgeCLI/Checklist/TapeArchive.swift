/// The files of an archive in the ustar format (POSIX.1-1988): plain files only, each name once.
///
/// What it reads is what it would write itself: whatever else an archive can hold, such as links, devices, folders or
/// octets between files, is refused, so that no two programs see different files in it.
struct TapeArchive: Hashable, Sendable {
    /// A plain file.
    struct Entry: Hashable, Sendable {
        let path: String
        let content: [UInt8]
    }

    static let block = 512
    /// More than the files of any run.
    static let mostEntries = 1_000
    /// A file and some room for the largest report.
    static let largestEntry = 64 << 20

    let entries: [Entry]

    /// Takes the files; their names must be such as may be unpacked anywhere.
    init(_ entries: [Entry]) throws(BundleRefusal) {
        guard entries.count <= Self.mostEntries else { throw .tooManyFiles(Self.mostEntries) }
        var seen: Set<String> = []
        for entry in entries {
            guard TapeHeader.isSafe(entry.path) else { throw .unsafePath(entry.path) }
            guard seen.insert(entry.path).inserted else { throw .duplicate(entry.path) }
            guard entry.content.count <= Self.largestEntry else { throw .tooLarge(entry.path) }
        }
        self.entries = entries
    }

    /// Reads an archive whole.
    init(reading bytes: [UInt8]) throws(BundleRefusal) {
        var entries: [Entry] = []
        var rest = bytes[...]
        while let first = rest.first, first != 0 {
            guard entries.count < Self.mostEntries else { throw .tooManyFiles(Self.mostEntries) }
            let header = try TapeHeader(reading: rest.prefix(Self.block))
            rest = rest.dropFirst(Self.block)
            let padded = Self.padded(header.size)
            guard rest.count >= padded else { throw .notAnArchive }
            guard rest.prefix(padded).dropFirst(header.size).allSatisfy({ $0 == 0 }) else { throw .notAnArchive }
            entries.append(Entry(path: header.path, content: Array(rest.prefix(header.size))))
            rest = rest.dropFirst(padded)
        }
        guard rest.count >= 2 * Self.block, rest.count.isMultiple(of: Self.block), rest.allSatisfy({ $0 == 0 }) else {
            throw .notAnArchive
        }
        try self.init(entries)
    }

    /// The archive's octets; every file has the same time, owner and mode.
    func bytes(secondsSince1970 time: Int64) throws(BundleRefusal) -> [UInt8] {
        var bytes: [UInt8] = []
        for entry in entries {
            bytes += try TapeHeader(path: entry.path, size: entry.content.count).bytes(time: time)
            bytes += entry.content
            bytes += [UInt8](repeating: 0, count: Self.padded(entry.content.count) - entry.content.count)
        }
        return bytes + [UInt8](repeating: 0, count: 2 * Self.block)
    }

    subscript(path: String) -> [UInt8]? { entries.first { $0.path == path }?.content }

    private static func padded(_ size: Int) -> Int { (size + block - 1) / block * block }
}
