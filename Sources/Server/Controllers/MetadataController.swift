import Hummingbird

/// `/saml/metadata`: what we publish, with a validator for caches.
struct MetadataController: Sendable {
    let services: Services

    func get(_ request: Request) -> Response {
        let serving = services.current.now
        let tag = serving.metadataTag
        var headers: HTTPFields = [.eTag: tag, .contentType: "application/samlmetadata+xml"]
        headers[.cacheControl] = "max-age=300"
        let known = request.headers[.ifNoneMatch]?.split(separator: ",").map { $0.drop { $0 == " " } } ?? []
        guard !known.contains(where: { $0 == tag || $0 == "*" }) else {
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: serving.metadata)))
    }
}
