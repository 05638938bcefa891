/// The parts of a canonical request, each as it would stand there, right or wrong.
struct CanonicalText: Sendable {
    var method: String
    var path: String
    var query: String
    /// With the line feed behind each.
    var headers: String
    var signedHeaders: String
    var bodyHash: String

    var text: String {
        [method, path, query, headers, signedHeaders, bodyHash].joined(separator: "\n")
    }

    /// Another text that differs in one part.
    func with<Value>(_ part: WritableKeyPath<Self, Value>, _ value: Value) -> CanonicalText {
        var other = self
        other[keyPath: part] = value
        return other
    }
}
