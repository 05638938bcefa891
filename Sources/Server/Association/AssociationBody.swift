import Foundation
import HuaweiCloud
import Hummingbird
import SAML

/// Finds the notification's fields: in a form, in JSON, or in a query.
enum AssociationBody {
    private struct Fields: Decodable {
        let bindRequest: String
        let sigAlg: String
        let signature: String

        enum CodingKeys: String, CodingKey {
            case bindRequest
            case sigAlg = "SigAlg"
            case signature = "Signature"
        }
    }

    static func form(of request: Request) async throws -> AssociationForm {
        guard request.method == .post else { return try AssociationForm(Array((request.uri.query ?? "").utf8)) }
        let limit = AssociationForm.longestBody
        guard request.headers[.contentType]?.lowercased().hasPrefix("application/json") == true else {
            return try AssociationForm(await FormBody.collect(request, limit: limit))
        }
        let body = try await FormBody.collect(request, limit: limit, type: "application/json")
        guard let fields = try? JSONDecoder().decode(Fields.self, from: Data(body)) else {
            throw Refusal(.associationMissing, expected: "an object with bindRequest, SigAlg and Signature")
        }
        return try AssociationForm(
            bindRequest: fields.bindRequest,
            sigAlg: fields.sigAlg,
            signature: fields.signature
        )
    }
}
