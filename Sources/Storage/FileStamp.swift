import Foundation

/// Whether a file is still the one that was read.
public struct FileStamp: Hashable, Sendable {
    private let path: String
    private let number: Int?
    private let size: Int?
    private let modified: Date?

    // Links are followed: a mounted secret changes by a link above it.
    private init(_ path: String) {
        self.path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: self.path)
        number = attributes?[.systemFileNumber] as? Int
        size = attributes?[.size] as? Int
        modified = attributes?[.modificationDate] as? Date
    }

    /// The stamps of files, and of the files in directories; what is not there has one, too.
    /// - Parameters:
    ///   - files: paths of files.
    ///   - directories: paths of directories, which are not searched deeper.
    /// - Returns: the stamps by path.
    public static func all(of files: [String], in directories: [String]) -> [FileStamp] {
        let found = directories.flatMap { directory in
            ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []).map { directory + "/" + $0 }
        }
        return (files + found).sorted().map { FileStamp($0) }
    }
}
