/// Percent-encoding as SDK-HMAC-SHA256 wants it: all but RFC 3986's unreserved characters (huawei-cloud.md 6.2).
public enum SDKEncoding: Sendable {
    private static let kept = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~".utf8)
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Encodes the UTF-8 of a text.
    public static func encode(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if kept.contains(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Names and values as a query: sorted by name, then by value, both encoded, `name=` for an empty value.
    public static func query(_ parameters: [BSSParameter]) -> String {
        parameters.map { (encode($0.name), encode($0.value)) }
            .sorted { $0 < $1 }
            .map { "\($0)=\($1)" }
            .joined(separator: "&")
    }

    /// The path of a canonical request: each segment encoded, and a slash at the end.
    public static func path(_ path: String) -> String {
        let encoded = path.split(separator: "/", omittingEmptySubsequences: false).map { encode($0) }
            .joined(separator: "/")
        return encoded.hasSuffix("/") ? encoded : encoded + "/"
    }
}
