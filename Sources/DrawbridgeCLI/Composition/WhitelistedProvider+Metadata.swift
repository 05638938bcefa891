import Onboarding
import SAML
import XMLSecurity

extension WhitelistedProvider {
    /// The same SP for listed accounts, with the return addresses and signing certificates of its metadata where the
    /// entry names none; `nil` when the metadata has an address that no entry takes.
    func completed(by descriptor: SPSSODescriptor) -> WhitelistedProvider? {
        let locations = descriptor.assertionConsumerServices.map(\.location)
        let digests = descriptor.signingCertificates.map(\.fingerprint)
        return try? WhitelistedProvider(
            entityID,
            assertionConsumerServices: assertionConsumerServices.isEmpty ? locations : assertionConsumerServices,
            certificates: certificates.isEmpty ? digests : certificates,
            site: site,
            platformID: platformID,
            accounts: .listed
        )
    }
}
