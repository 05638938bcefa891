import XMLSecurity

/// The one text that caller and gateway both make of a request, and that is signed (huawei-cloud.md 6.2).
public struct SDKCanonicalRequest: Hashable, Sendable {
    /// The body's hash when the body is not signed.
    public static let unsignedPayload = "UNSIGNED-PAYLOAD"
    /// The header that carries a body's hash, or ``unsignedPayload``.
    public static let contentHashHeader = "X-Sdk-Content-Sha256"

    /// The text.
    public let text: String
    /// The names of the signed headers: lower case, sorted, joined by `;`.
    public let signedHeaders: String

    /// Writes the text.
    /// - Parameters:
    ///   - method: the method in capitals.
    ///   - path: the path, not encoded.
    ///   - query: the parameters, not encoded.
    ///   - headers: the headers to be signed, and no others.
    ///   - bodyHash: ``hash(_:)`` of the body, or ``unsignedPayload``.
    public init(
        method: String,
        path: String,
        query: [BSSParameter],
        headers: [(name: String, value: String)],
        bodyHash: String
    ) {
        let sorted = headers.map { ($0.name.lowercased(), Self.trimmed($0.value)) }.sorted { $0 < $1 }
        signedHeaders = sorted.map(\.0).joined(separator: ";")
        text = [
            method, SDKEncoding.path(path), SDKEncoding.query(query),
            sorted.map { "\($0):\($1)\n" }.joined(), signedHeaders, bodyHash,
        ].joined(separator: "\n")
    }

    /// The hash of a body.
    public static func hash(_ body: [UInt8]) -> String {
        Hexadecimal.encode(Digest.sha256(body))
    }

    private static func trimmed(_ value: String) -> String {
        let isSpace = { (character: Character) in character == " " || character == "\t" }
        let front = value.drop(while: isSpace)
        return String(front.reversed().drop(while: isSpace).reversed())
    }
}
