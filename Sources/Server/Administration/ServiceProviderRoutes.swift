import IdentityProvider
import Onboarding
import SAML
import XMLSecurity

/// The SPs that are served now.
enum ServiceProviderRoutes {
    static let all: [AdministrationRoute] = [
        .get("/api/v1/service-providers", .look, list), .get("/api/v1/service-providers/{id}", .look, show),
    ]

    private struct Certificate: Encodable {
        let subject: String
        let notAfter: String
        let sha256: String
    }

    private struct Item: Encodable {
        static let schema = "drawbridge.service-providers.v1"

        /// The SHA-256 of the entity id, which itself would not fit into an address.
        let id: String
        let entityId: String
        let requestsSigned: Bool
        let validUntil: String?
        let acs: [String]
        let certificates: [Certificate]

        init(_ provider: ServiceProvider) {
            id = Hexadecimal.encode(Digest.sha256(Array(provider.entityID.utf8)))
            entityId = provider.entityID
            requestsSigned = provider.descriptor.authnRequestsSigned
            validUntil = provider.validUntil?.xsDateTime
            acs = provider.descriptor.assertionConsumerServices.map(\.location)
            certificates = provider.descriptor.signingCertificates.map {
                Certificate(subject: $0.subject, notAfter: $0.notAfter.xsDateTime, sha256: $0.fingerprint)
            }
        }
    }

    private static func items(_ request: AdministrationRequest) -> [Item] {
        request.services.identityProvider.federation.serviceProviders.map(Item.init).sorted {
            $0.entityId < $1.entityId
        }
    }

    private static func list(_ request: AdministrationRequest) async throws -> AdministrationAnswer {
        try AdministrationAnswer(PageBody(schema: Item.schema, items: items(request)))
    }

    private static func show(_ request: AdministrationRequest) async throws -> AdministrationAnswer {
        guard let item = items(request).first(where: { $0.id == request.path["id"] }) else {
            throw RequestFault.notFound
        }
        return try AdministrationAnswer(item)
    }
}
