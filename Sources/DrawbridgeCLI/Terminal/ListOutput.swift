import Foundation

/// What every list prints as JSON: one object with `schema` and `items` (design section 5).
struct ListOutput<Item: Encodable>: Encodable {
    let schema: String
    let items: [Item]

    func print() throws {
        Terminal.print(try JSONText.encode(self))
    }
}

/// JSON for machines: keys sorted and in snake_case, slashes plain, one document.
enum JSONText {
    static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// Reads what ``encode(_:)`` wrote.
    static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(type, from: Data(bytes))
    }
}
