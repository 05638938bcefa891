/// Finds the digest in what our own writer wrote; no input of others is read this way.
///
/// The signature of the assertion stands behind that of the response, and `<` is escaped in every value: the last
/// element of the name is the digest that covers the assertion most closely.
enum WrittenDigest {
    private static let tag = Array("<ds:DigestValue>".utf8)
    private static let opening = UInt8(ascii: "<")

    static func last(in xml: [UInt8]) -> String? {
        var index = xml.count - tag.count
        while index >= 0 {
            if xml[index] == opening, xml[index..<index + tag.count].elementsEqual(tag) {
                let value = xml[(index + tag.count)...].prefix { $0 != opening }
                return String(decoding: value, as: UTF8.self)
            }
            index -= 1
        }
        return nil
    }
}
