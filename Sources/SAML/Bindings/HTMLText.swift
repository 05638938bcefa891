/// Writes HTML with one way of escaping, safe in text and in double-quoted attributes.
struct HTMLText {
    private(set) var bytes: [UInt8] = []

    init() {
        bytes.reserveCapacity(12 * 1024)
    }

    /// Constant markup.
    mutating func markup(_ markup: String) {
        bytes.append(contentsOf: markup.utf8)
    }

    /// Octets that cannot hold markup, such as Base64.
    mutating func raw(_ octets: [UInt8]) {
        bytes.append(contentsOf: octets)
    }

    /// Any text.
    mutating func text(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): markup("&amp;")
            case UInt8(ascii: "<"): markup("&lt;")
            case UInt8(ascii: ">"): markup("&gt;")
            case UInt8(ascii: "\""): markup("&quot;")
            case UInt8(ascii: "'"): markup("&#39;")
            // A browser turns CR LF and CR in an attribute's source into LF; as references they stay what they were.
            case 0x0A: markup("&#10;")
            case 0x0D: markup("&#13;")
            default: bytes.append(byte)
            }
        }
    }
}
