/// Base64 and base64url (RFC 4648), strict: what does not encode back to itself is refused.
public enum Base64: Sendable {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let urlAlphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    private static let outside: UInt8 = 0xFF
    private static let values: [UInt8] = table(of: alphabet)
    private static let urlValues: [UInt8] = table(of: urlAlphabet)

    /// Encodes with padding and without line breaks (saml-bindings 3.4.4.1, 3.5.4).
    public static func encode(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: encodeBytes(bytes), as: UTF8.self)
    }

    /// Encodes with padding, as octets.
    public static func encodeBytes(_ bytes: some Collection<UInt8>) -> [UInt8] {
        encode(Array(bytes), with: alphabet, padded: true)
    }

    /// Encodes as base64url without padding (RFC 4648 section 5).
    public static func encodeURL(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: encode(Array(bytes), with: urlAlphabet, padded: false), as: UTF8.self)
    }

    /// Decodes padded Base64; `nil` for any other character, wrong padding or unused bits that are not zero.
    /// - Parameters:
    ///   - text: the Base64 octets.
    ///   - allowingLineBreaks: accepts CR, LF, TAB and space between characters, as POST forms and XML text carry them.
    /// - Returns: the octets, or `nil`.
    public static func decode(_ text: some Collection<UInt8>, allowingLineBreaks: Bool = false) -> [UInt8]? {
        guard allowingLineBreaks else { return decode(Array(text), with: values, padded: true) }
        var characters = Array(text)
        characters.removeAll(where: isLineBreak)
        return decode(characters, with: values, padded: true)
    }

    /// Decodes base64url without padding.
    public static func decodeURL(_ text: some Collection<UInt8>) -> [UInt8]? {
        decode(Array(text), with: urlValues, padded: false)
    }

    private static func isLineBreak(_ byte: UInt8) -> Bool {
        byte == 0x0D || byte == 0x0A || byte == 0x20 || byte == 0x09
    }

    private static func table(of alphabet: [UInt8]) -> [UInt8] {
        var table = [UInt8](repeating: outside, count: 256)
        for (value, character) in alphabet.enumerated() { table[Int(character)] = UInt8(value) }
        return table
    }

    // Arrays from here on: a generic collection of another module would cost a call for each octet.
    private static func encode(_ bytes: [UInt8], with alphabet: [UInt8], padded: Bool) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var bits: UInt32 = 0
        var pending = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            pending += 1
            if pending == 3 {
                text.append(alphabet[Int(bits >> 18 & 63)])
                text.append(alphabet[Int(bits >> 12 & 63)])
                text.append(alphabet[Int(bits >> 6 & 63)])
                text.append(alphabet[Int(bits & 63)])
                bits = 0
                pending = 0
            }
        }
        guard pending > 0 else { return text }
        bits <<= pending == 1 ? 16 : 8
        for index in 0...pending { text.append(alphabet[Int(bits >> (18 - 6 * UInt32(index)) & 63)]) }
        if padded { for _ in pending..<3 { text.append(UInt8(ascii: "=")) } }
        return text
    }

    private static func decode(_ text: [UInt8], with values: [UInt8], padded: Bool) -> [UInt8]? {
        var characters = text[...]
        if padded {
            guard text.count % 4 == 0 else { return nil }
            if characters.last == UInt8(ascii: "=") { characters.removeLast() }
            if characters.last == UInt8(ascii: "=") { characters.removeLast() }
        }
        guard characters.count % 4 != 1 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(characters.count / 4 * 3 + 2)
        var bits: UInt32 = 0
        var available: UInt32 = 0
        for character in characters {
            let value = values[Int(character)]
            guard value != outside else { return nil }
            bits = bits << 6 | UInt32(value)
            available += 6
            if available >= 8 {
                available -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> available))
                bits &= (1 << available) - 1
            }
        }
        return bits == 0 ? bytes : nil
    }
}
