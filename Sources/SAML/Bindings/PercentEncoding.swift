/// Percent-encoding of query values (RFC 3986 2).
public enum PercentEncoding: Sendable {
    /// How the hexadecimal digits of an escape are written.
    public enum Case: Sendable {
        /// `%3A`.
        case upper
        /// `%3a`, as HUAWEI CLOUD writes.
        case lower
    }

    /// Encodes everything besides the unreserved characters.
    public static func encode(_ text: String, _ escapes: Case = .upper) -> String {
        let digits = Array((escapes == .upper ? "0123456789ABCDEF" : "0123456789abcdef").utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
