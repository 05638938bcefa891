import Hummingbird
import XMLSecurity

/// `/saml/metadata`: what we publish, with a validator for caches.
struct MetadataController: Sendable {
    private let bytes: [UInt8]
    private let tag: String

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        tag = "\"" + Hexadecimal.encode(Digest.sha256(bytes).prefix(16)) + "\""
    }

    func get(_ request: Request) -> Response {
        var headers: HTTPFields = [.eTag: tag, .contentType: "application/samlmetadata+xml"]
        headers[.cacheControl] = "max-age=300"
        let known = request.headers[.ifNoneMatch]?.split(separator: ",").map { $0.drop { $0 == " " } } ?? []
        guard !known.contains(where: { $0 == tag || $0 == "*" }) else {
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
