import SAML
import TestSupport
import XMLSecurity

/// Small metadata documents for the tests to break.
enum MetadataText {
    static let now = Instant(seconds: 1_795_000_000)

    static let service = """
        <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" \
        Location="https://sp.test/acs" index="0"/>
        """

    static func key(_ certificate: String) -> String {
        """
        <md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">\
        <ds:X509Data><ds:X509Certificate>\(certificate)</ds:X509Certificate></ds:X509Data>\
        </ds:KeyInfo></md:KeyDescriptor>
        """
    }

    static func serviceProvider(
        entityID: String = "https://sp.test/",
        keys: String = "",
        services: String = service
    ) -> String {
        """
        <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="\(entityID)">
        <md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
        \(keys)
        \(services)
        </md:SPSSODescriptor>
        </md:EntityDescriptor>
        """
    }

    static func list(_ content: String, attributes: String = "") -> String {
        "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\"\(attributes)>\(content)"
            + "</md:EntitiesDescriptor>"
    }
}
