import Foundation

/// The bytes of the store's files.
public struct StoreSize: Sendable {
    private let path: String

    /// Names the store.
    /// - Parameter path: the store's file; its write-ahead log stands beside it.
    public init(path: String) {
        self.path = path
    }

    var bytes: Int64 {
        ["", "-wal", "-shm"].reduce(0) { sum, suffix in
            let attributes = try? FileManager.default.attributesOfItem(atPath: path + suffix)
            return sum + ((attributes?[.size] as? NSNumber)?.int64Value ?? 0)
        }
    }
}
