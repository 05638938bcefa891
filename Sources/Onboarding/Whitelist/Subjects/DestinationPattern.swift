/// Pages of HUAWEI CLOUD that a login link may lead to: an origin, and the path under which they stand.
public struct DestinationPattern: Hashable, Sendable {
    /// Scheme, host and port; `nil` for any, which `live` does not take.
    public let origin: String?
    /// The path; with `/` at its end only what is under it, else also the page itself.
    public let path: String

    /// Takes a pattern.
    /// - Parameter text: an address without query and fragment, or `*` for any.
    /// - Throws: ``WhitelistRefusal`` with the rule that it breaks.
    public init(_ text: String) throws(WhitelistRefusal) {
        if text == "*" {
            origin = nil
            path = "/"
            return
        }
        guard let place = PlainPath(text), !place.hasMore else { throw WhitelistRefusal(.destination, text) }
        origin = place.origin
        path = place.path
    }

    /// The pattern as it is written.
    public var text: String { origin.map { $0 + path } ?? "*" }

    /// Whether an address is meant; one that cannot be read without doubt never is.
    public func matches(_ address: String) -> Bool {
        guard let place = PlainPath(address) else { return false }
        return matches(place)
    }

    // `/iam` is `/iam` and `/iam/users`, and not `/iamx`.
    func matches(_ place: PlainPath) -> Bool {
        guard origin == nil || origin == place.origin, place.path.hasPrefix(path) else { return false }
        return path.hasSuffix("/") || place.path.utf8.count == path.utf8.count
            || place.path.utf8.dropFirst(path.utf8.count).first == UInt8(ascii: "/")
    }
}
