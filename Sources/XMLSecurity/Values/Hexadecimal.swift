/// Lower-case hexadecimal text.
public enum Hexadecimal: Sendable {
    private static let digits = Array("0123456789abcdef".utf8)

    /// Two digits for each octet.
    public static func encode(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        for byte in Array(bytes) {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The octets of a text of pairs of digits, `nil` for any other text.
    public static func decode(_ text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            let pair = digits[index...index + 1].compactMap { Character(UnicodeScalar($0)).hexDigitValue }
            guard pair.count == 2 else { return nil }
            bytes.append(UInt8(pair[0] << 4 | pair[1]))
        }
        return bytes
    }
}
