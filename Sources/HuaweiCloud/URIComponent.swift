/// Query values as JavaScript's `encodeURIComponent` writes them, which the documentation names (huawei-cloud.md 3.1).
enum URIComponent {
    // ECMA-262 19.2.6.4 uriUnescaped: RFC 3986's unreserved characters and five more.
    private static let kept = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()".utf8)

    static func encode(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
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

    /// Decodes once; `nil` for anything that `encode` does not write, besides lower-case escapes and escapes that are
    /// not needed.
    static func decode(_ text: some StringProtocol) -> String? {
        let encoded = Array(text.utf8)
        var bytes: [UInt8] = []
        var index = 0
        while index < encoded.count {
            if encoded[index] == UInt8(ascii: "%") {
                guard index + 2 < encoded.count, let byte = octet(encoded[index + 1], encoded[index + 2]) else {
                    return nil
                }
                bytes.append(byte)
                index += 3
            } else {
                guard kept.contains(encoded[index]) else { return nil }
                bytes.append(encoded[index])
                index += 1
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func octet(_ high: UInt8, _ low: UInt8) -> UInt8? {
        let digits = [high, low].map { Character(Unicode.Scalar($0)).hexDigitValue }
        guard let high = digits[0], let low = digits[1] else { return nil }
        return UInt8(high << 4 | low)
    }
}
