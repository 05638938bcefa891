import Foundation
import HTTPTypes
import HuaweiCloud
import Hummingbird
import SAML

/// Writes the answers of the simulated BSS.
enum BSSAnswer {
    private struct Refusal: Encodable {
        struct Reason: Encodable {
            let reason: String
            let en: String
            let zh: String
        }

        let error_code: String
        let error_msg: String
        let request_id: String?
        /// Not in the real answers: the gateway tells nobody which part of a signature is wrong.
        let simulation: Reason?
    }

    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Response(
            status: status,
            headers: [.contentType: "application/json;charset=UTF-8"],
            body: .init(byteBuffer: ByteBuffer(bytes: try encoder.encode(value)))
        )
    }

    static func refused(_ refusal: BSSRefusal) throws -> Response {
        try json(
            Refusal(error_code: refusal.code, error_msg: refusal.detail, request_id: nil, simulation: nil),
            status: .init(code: refusal.status)
        )
    }

    static func refused(_ fault: SignatureFault, requestID: String) throws -> Response {
        let reason = Refusal.Reason(reason: fault.rawValue, en: fault.reason.en, zh: fault.reason.zh)
        let body = Refusal(
            error_code: fault.code,
            error_msg: fault.detail,
            request_id: requestID,
            simulation: reason
        )
        return try json(body, status: .unauthorized)
    }
}
