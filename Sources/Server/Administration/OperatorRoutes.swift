import Onboarding
import XMLSecurity

/// Who the token stands for.
enum OperatorRoutes {
    static let all: [AdministrationRoute] = [
        .get("/api/v1/operator", nil) { request in
            let person = request.person
            return try AdministrationAnswer(
                Body(
                    name: person.name,
                    role: person.role.rawValue,
                    portal: person.portal,
                    until: person.until.xsDateTime
                )
            )
        }
    ]

    private struct Body: Encodable {
        let schema = "drawbridge.operator.v1"
        let name: String
        let role: String
        let portal: String?
        let until: String

        private enum CodingKeys: String, CodingKey {
            case schema
            case name
            case role
            case portal
            case until
        }
    }
}
