import Hummingbird
import SAML

/// The SP metadata: signed, or not with `?unsigned=true` (huawei-cloud.md 4.1).
struct MetadataController: Sendable {
    static let path = "/authui/saml/metadata.xml"

    let simulation: SimulatedHuaweiCloud

    func add(to router: Router<BasicRequestContext>) {
        router.get("\(Self.path)") { request, _ in
            try answer(signed: request.uri.queryParameters["unsigned"] != "true")
        }
    }

    private func answer(signed: Bool) throws -> Response {
        let metadata = simulation.metadata
        let bytes =
            signed
            ? try metadata.document(
                signedBy: simulation.keys.current,
                id: MessageID.fresh(from: simulation.randomness)
            )
            : try metadata.document()
        return Response(
            status: .ok,
            headers: [.contentType: "application/samlmetadata+xml", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}
