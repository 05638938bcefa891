import Foundation
import HTTPTypes
import HuaweiCloud
import XMLSecurity

extension BSSHost {
    private struct NotGiven: Encodable {
        struct Reason: Encodable {
            let code: Int
            let message: String
            let title: String
        }

        let error: Reason
    }

    /// Gives a token for a password, as IAM does; it is in a header of the answer.
    func token(_ call: ReceivedCall, at moment: BSSMoment) async throws -> BSSAnswer {
        guard let user = try? JSONDecoder().decode(IAMTokenRequest.self, from: Data(call.body)).user else {
            return try Self.refused(.badRequest, "Request body is invalid.")
        }
        guard let partner = partners.first(where: { $0.isKnown(as: user) }) else {
            return try Self.refused(.unauthorized, "The username or password is wrong.")
        }
        let (token, expiry) = await book.issueToken(to: partner, at: moment.now)
        var answer = try BSSAnswer.json(IAMTokenAnswer(issued: moment.now, expires: expiry), status: .created)
        answer.header = (name: IAMTokenRequest.answerHeader.lowercased(), value: token)
        answer.caller = partner.name
        return answer
    }

    private static func refused(_ status: HTTPResponse.Status, _ message: String) throws -> BSSAnswer {
        let reason = NotGiven.Reason(code: status.code, message: message, title: status.reasonPhrase)
        var answer = try BSSAnswer.json(NotGiven(error: reason), status: status)
        answer.code = String(status.code)
        return answer
    }
}
