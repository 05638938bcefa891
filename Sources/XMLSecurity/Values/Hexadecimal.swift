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
}
