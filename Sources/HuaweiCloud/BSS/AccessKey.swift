/// The AK of a pair of keys for HUAWEI CLOUD's APIs: it names the caller and goes over the wire in clear.
///
/// Not a secret, and still nothing for a log: whoever reads it knows whose SK to look for.
public struct AccessKey: Hashable, Sendable, CustomStringConvertible {
    private static let longest = 64

    /// The key as it stands in the `Authorization` header.
    public let value: String

    /// Takes a key of 1 to 64 letters and digits.
    public init?(_ value: String) {
        let isPlain = value.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: false
            }
        }
        guard isPlain, (1...Self.longest).contains(value.utf8.count) else { return nil }
        self.value = value
    }

    /// A placeholder.
    public var description: String { "<access key>" }
}
