import Foundation
import HTTPTypes
import HuaweiCloud
import Hummingbird
import SAML

/// An answer of the simulated BSS: what is sent, and what is written down of it.
struct BSSAnswer: Sendable {
    let status: HTTPResponse.Status
    let body: [UInt8]
    /// A header beside the usual ones.
    var header: (name: String, value: String)?
    /// `error_code`; `nil` of a success.
    var code: String?
    /// Which part of a signature is wrong.
    var fault: SignatureFault?
    /// Who called, when that is known.
    var caller: String?

    private struct Refusal: Encodable {
        struct Reason: Encodable {
            let reason: String
            let en: String
            let zh: String
        }

        let error_code: String
        let error_msg: String
        let request_id: String?
        let domain_id: String?
        let domain_name: String?
        /// Not in the real answers: the gateway tells nobody which part of a signature is wrong.
        let simulation: Reason?
    }

    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> BSSAnswer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return BSSAnswer(status: status, body: Array(try encoder.encode(value)))
    }

    static func refused(_ refusal: BSSRefusal) throws -> BSSAnswer {
        let body = Refusal(
            error_code: refusal.code,
            error_msg: refusal.detail,
            request_id: nil,
            domain_id: refusal.created?.domainID,
            domain_name: refusal.created?.domainName,
            simulation: nil
        )
        var answer = try json(body, status: .init(code: refusal.status))
        answer.code = refusal.code
        return answer
    }

    static func refused(_ fault: SignatureFault, requestID: String) throws -> BSSAnswer {
        let body = Refusal(
            error_code: fault.code,
            error_msg: fault.detail,
            request_id: requestID,
            domain_id: nil,
            domain_name: nil,
            simulation: Refusal.Reason(reason: fault.rawValue, en: fault.reason.en, zh: fault.reason.zh)
        )
        var answer = try json(body, status: .unauthorized)
        answer.code = fault.code
        answer.fault = fault
        return answer
    }

    /// The headers as they are sent.
    var headers: [(name: String, value: String)] {
        [body.isEmpty ? nil : (name: "content-type", value: "application/json;charset=UTF-8"), header]
            .compactMap(\.self)
    }

    /// As it goes over the wire.
    var response: Response {
        var fields = HTTPFields()
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return Response(status: status, headers: fields, body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }
}
