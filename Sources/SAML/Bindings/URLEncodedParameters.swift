/// The parameters of a query or form, kept as the octets received (saml-bindings 3.4.4.1).
///
/// Parsed once and strictly: every name literal, every known name once. Parsers that decode names and keep the first or
/// the last of two are how one request is verified and another one used (attacks.md C.2 39, 40).
public struct URLEncodedParameters: Sendable {
    private let values: [String: ArraySlice<UInt8>]

    /// Splits the raw query or the raw form body.
    /// - Parameters:
    ///   - bytes: the query without `?`, or the body.
    ///   - known: the names that decide something.
    /// - Throws: ``Refusal`` when a name is not literal, is a known one in another case, or is known and occurs twice.
    public init(_ bytes: [UInt8], known: Set<String>) throws(Refusal) {
        var values: [String: ArraySlice<UInt8>] = [:]
        for field in bytes.split(separator: UInt8(ascii: "&")) {
            let end = field.firstIndex(of: UInt8(ascii: "=")) ?? field.endIndex
            let rawName = field[..<end]
            guard let name = Self.literal(rawName) else {
                throw Refusal(.transportParameterName, found: String(decoding: rawName, as: UTF8.self))
            }
            guard known.contains(name) else {
                if let near = known.first(where: { $0.lowercased() == name.lowercased() }) {
                    throw Refusal(.transportParameterName, expected: near, found: name)
                }
                continue
            }
            guard values[name] == nil else { throw Refusal(.transportDuplicate, found: name) }
            values[name] = end == field.endIndex ? field[end...] : field[(end + 1)...]
        }
        self.values = values
    }

    /// The octets of a value as received, still encoded; `nil` when absent.
    public func raw(_ name: String) -> ArraySlice<UInt8>? {
        values[name]
    }

    /// A value decoded to octets, `nil` when absent.
    /// - Parameter name: a known name.
    /// - Returns: the octets.
    /// - Throws: ``Refusal`` when a percent escape is broken.
    public func decoded(_ name: String) throws(Refusal) -> [UInt8]? {
        guard let raw = values[name] else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.count)
        var index = raw.startIndex
        while index < raw.endIndex {
            switch raw[index] {
            case UInt8(ascii: "+"):
                bytes.append(0x20)
                index += 1
            case UInt8(ascii: "%"):
                guard index + 2 < raw.endIndex, let high = Self.digit(raw[index + 1]),
                    let low = Self.digit(raw[index + 2])
                else { throw Refusal(.transportEscape, found: name) }
                bytes.append(high << 4 | low)
                index += 3
            case let byte:
                bytes.append(byte)
                index += 1
            }
        }
        return bytes
    }

    /// A value decoded to text, `nil` when absent.
    /// - Parameter name: a known name.
    /// - Returns: the text.
    /// - Throws: ``Refusal`` when its encoding is broken.
    public func text(_ name: String) throws(Refusal) -> String? {
        guard let bytes = try decoded(name) else { return nil }
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            throw Refusal(.transportEscape, expected: "UTF-8 without NUL", found: name)
        }
        return text
    }

    private static func literal(_ name: ArraySlice<UInt8>) -> String? {
        let isPlain = name.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
                true
            default: false
            }
        }
        return isPlain && !name.isEmpty ? String(decoding: name, as: UTF8.self) : nil
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
