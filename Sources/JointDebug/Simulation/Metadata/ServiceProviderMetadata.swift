public import SAML
public import XMLSecurity

extension SimulatedHuaweiCloud {
    /// The SP metadata with one key, for who has no simulation running.
    public static func metadata(login: String, key: SigningKey) -> EntityDescriptor {
        metadata(login: login, certificates: [key.certificate])
    }

    /// The SP metadata of now.
    public var metadata: EntityDescriptor {
        Self.metadata(login: loginOrigin, certificates: keys.certificates)
    }

    private static func metadata(login: String, certificates: [Certificate]) -> EntityDescriptor {
        let signing = certificates.map { KeyDescriptor(use: .signing, certificate: $0) }
        let encryption = certificates.prefix(1).map { KeyDescriptor(use: .encryption, certificate: $0) }
        return EntityDescriptor(
            entityID: login + "/",
            spSSODescriptor: SPSSODescriptor(
                role: RoleDescriptor(
                    keyDescriptors: signing + encryption,
                    singleLogoutServices: [
                        logoutService(.httpRedirect, at: login + LogoutPath.redirect),
                        logoutService(.httpPOST, at: login + LogoutPath.post),
                    ]
                ),
                authnRequestsSigned: true,
                wantAssertionsSigned: true,
                assertionConsumerServices: [
                    Endpoint(
                        binding: .httpPOST,
                        location: login + "/authui/saml/SAMLAssertionConsumer",
                        index: 0,
                        isDefault: true
                    )
                ]
            )
        )
    }

    private static func logoutService(_ binding: Binding, at location: String) -> Endpoint {
        Endpoint(binding: binding, location: location, responseLocation: location + LogoutPath.response)
    }
}
