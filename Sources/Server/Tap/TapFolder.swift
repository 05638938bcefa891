import Foundation
public import XMLSecurity

/// Where a service and whoever follows it meet: a private directory that exists only while somebody follows.
///
/// The follower keeps a lease in it. The service writes exchanges beside it, a file each, while the lease is fresh; who may
/// not write into the directory of the installation can neither follow nor make the service write.
public struct TapFolder: Sendable {
    /// Where it lies in an installation.
    public static let place = "joint-debug/tap"
    /// A follower that did not renew its lease for so long is gone, in seconds.
    public static let leaseLifetime: Int64 = 15

    /// The directory.
    public let path: String
    private var lease: String { path + "/lease" }
    private var hello: String { path + "/service" }
    private static let suffix = ".json"

    /// Names the folder of an installation.
    public init(in directory: String) {
        path = directory + "/" + Self.place
    }

    /// Takes the lease, or renews one's own.
    /// - Parameters:
    ///   - now: the time.
    ///   - isNew: whether it must not be held by another.
    /// - Returns: since when another holds it; `nil` when it is ours now.
    /// - Throws: `FileError`, when the directory cannot be written.
    public func take(at now: Instant, isNew: Bool) throws -> Instant? {
        if isNew, let held = holder(), isFresh(held, at: now) { return held }
        if isNew { clear() }
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        try AtomicFile.write(Array(String(now.milliseconds).utf8), to: lease, mode: .secret, replacing: true)
        return nil
    }

    /// Whether a service said that it writes here.
    public var isAnswered: Bool { FileManager.default.fileExists(atPath: hello) }

    /// Takes out what the service wrote, in its order.
    /// - Returns: the exchanges.
    /// - Throws: when a file cannot be read.
    public func exchanges() throws -> [TappedExchange] {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
            .filter { $0.hasSuffix(Self.suffix) }.sorted()
        return try names.map { name in
            let file = URL(filePath: path + "/" + name)
            defer { try? FileManager.default.removeItem(at: file) }
            return try JSONDecoder().decode(TappedExchange.self, from: Data(contentsOf: file))
        }
    }

    /// Removes everything.
    public func clear() {
        try? FileManager.default.removeItem(atPath: path)
    }

    // MARK: The service's side

    /// What a service finds.
    enum Lease {
        /// Nobody follows.
        case absent
        /// Somebody followed and is gone.
        case stale
        case fresh
    }

    func lease(at now: Instant) -> Lease {
        guard FileManager.default.fileExists(atPath: path) else { return .absent }
        return holder().map { isFresh($0, at: now) } == true ? .fresh : .stale
    }

    func answer() throws {
        guard !isAnswered else { return }
        try AtomicFile.write([], to: hello, mode: .secret, replacing: true)
    }

    func write(_ exchange: TappedExchange, number: Int) throws {
        let digits = String(number)
        let name = String(repeating: "0", count: max(0, 9 - digits.count)) + digits
        let bytes = Array(try JSONEncoder().encode(exchange))
        let file = "\(path)/\(exchange.at.milliseconds)-\(name)\(Self.suffix)"
        try AtomicFile.write(bytes, to: file, mode: .secret, replacing: false)
    }

    private func holder() -> Instant? {
        guard let data = FileManager.default.contents(atPath: lease), data.count < 20 else { return nil }
        return Int64(String(decoding: data, as: UTF8.self)).map { Instant(milliseconds: $0) }
    }

    // A lease from the future is one of another clock, and none of today's.
    private func isFresh(_ held: Instant, at now: Instant) -> Bool {
        abs(now.seconds(since: held)) < Self.leaseLifetime
    }
}
