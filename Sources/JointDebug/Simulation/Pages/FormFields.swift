import Hummingbird
import SAML

/// The fields of a form that was posted.
struct FormFields: Sendable {
    /// The forms here are short; a message has a reader of its own.
    static let longest = 64 * 1024

    private let values: [String: String]

    init(_ request: Request, _ names: Set<String>) async throws {
        let body = try await request.body.collect(upTo: Self.longest)
        let parameters = try URLEncodedParameters(Array(body.readableBytesView), known: names)
        var values: [String: String] = [:]
        for name in names { values[name] = try parameters.text(name) }
        self.values = values
    }

    /// A field, `nil` when it is empty or not there.
    subscript(_ name: String) -> String? {
        values[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A field that must be there.
    /// - Throws: ``Refusal`` when it is not.
    func required(_ name: String) throws(Refusal) -> String {
        guard let value = self[name] else { throw Refusal(.transportMissing, xpath: name, expected: name) }
        return value
    }
}
