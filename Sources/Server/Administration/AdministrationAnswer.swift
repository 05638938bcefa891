import Foundation
import HTTPTypes
import Hummingbird
import Onboarding

/// What the API answers, whether now or again.
struct AdministrationAnswer: Sendable {
    let status: Int
    var entityTag: String?
    let body: [UInt8]

    init(_ value: some Encodable, status: Int = 200, tag: EntityTag? = nil) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        body = Array(try encoder.encode(value))
        self.status = status
        entityTag = tag?.text
    }

    init(_ kept: KeptAnswer) {
        status = kept.status
        entityTag = kept.entityTag
        body = Array(kept.body.utf8)
    }

    var kept: KeptAnswer {
        KeptAnswer(status: status, entityTag: entityTag, body: String(decoding: body, as: UTF8.self))
    }

    func response(_ more: HTTPFields = [:]) -> Response {
        var headers: HTTPFields = [
            .contentType: "application/json", .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
        ]
        headers[.eTag] = entityTag
        headers.append(contentsOf: more)
        return Response(
            status: HTTPResponse.Status(code: status),
            headers: headers,
            body: .init(byteBuffer: ByteBuffer(bytes: body))
        )
    }
}
