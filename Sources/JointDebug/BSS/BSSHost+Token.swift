import Foundation
import HTTPTypes
import Hummingbird
import XMLSecurity

extension BSSHost {
    private struct Ask: Decodable {
        struct Auth: Decodable {
            let identity: Identity
        }
        struct Identity: Decodable {
            let methods: [String]
            let password: Password
        }
        struct Password: Decodable {
            let user: User
        }
        struct User: Decodable {
            let name: String
            let password: String
            let domain: Domain
        }
        struct Domain: Decodable {
            let name: String
        }

        let auth: Auth
    }

    private struct Given: Encodable {
        struct Token: Encodable {
            let issued_at: String
            let expires_at: String
            let methods = ["password"]
        }

        let token: Token
    }

    private struct NotGiven: Encodable {
        struct Reason: Encodable {
            let code: Int
            let message: String
            let title: String
        }

        let error: Reason
    }

    /// Gives a token for a password, as IAM does; it is in the header `X-Subject-Token`.
    func token(_ call: ReceivedCall, at moment: BSSMoment) async throws -> Response {
        guard let ask = try? JSONDecoder().decode(Ask.self, from: Data(call.body)).auth.identity,
            ask.methods == ["password"]
        else {
            let reason = NotGiven.Reason(code: 400, message: "Request body is invalid.", title: "Bad Request")
            return try BSSAnswer.json(NotGiven(error: reason), status: .badRequest)
        }
        guard let partner = partners.first(where: { Self.isKnown(ask.password.user, to: $0) }) else {
            let message = "The username or password is wrong."
            let reason = NotGiven.Reason(code: 401, message: message, title: "Unauthorized")
            return try BSSAnswer.json(NotGiven(error: reason), status: .unauthorized)
        }
        let (token, expiry) = await book.issueToken(to: partner, at: moment.now)
        let given = Given(token: .init(issued_at: moment.now.xsDateTime, expires_at: expiry.xsDateTime))
        var response = try BSSAnswer.json(given, status: .created)
        if let name = HTTPField.Name("X-Subject-Token") { response.headers[name] = token }
        return response
    }

    private static func isKnown(_ user: Ask.User, to partner: BSSPartner) -> Bool {
        guard let password = partner.password, user.domain.name == partner.accountName else { return false }
        return password.withBytes { Digest.equal($0, Array(user.password.utf8)) }
    }
}
