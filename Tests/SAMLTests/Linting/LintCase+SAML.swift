import SAML
import TestSupport

extension LintCase {
    static let documents: [LintCase] = [
        LintCase("metadata.document.malformed", "</md:IDPSSODescriptor>", "</md:Other>"),
        LintCase("metadata.document.encoding", "UTF-8", "GBK"),
        LintCase("metadata.document.doctype", "<md:EntityDescriptor", "<!DOCTYPE a>\n<md:EntityDescriptor"),
        LintCase("metadata.document.character", "<md:EntityDescriptor", "<?go now?>\n<md:EntityDescriptor"),
        LintCase("metadata.document.limit", "Gate", String(repeating: "a", count: 300_000)),
        LintCase(
            "metadata.document.limit, children",
            contact,
            String(repeating: "<md:Other/>", count: 1000) + contact
        ),
        LintCase(
            "metadata.document.root",
            "xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\"",
            "xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadatas\""
        ),
        LintCase(
            "metadata.document.empty",
            in: "<E xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\">\n</E>",
            "E",
            "EntitiesDescriptor"
        ).closing(),
        LintCase("metadata.valid-until.format", "2099-01-01T00:00:00Z", "tomorrow"),
        LintCase("metadata.valid-until.expired", "2099-01-01T00:00:00Z", "2019-01-01T00:00:00Z"),
        LintCase("metadata.valid-until.expired, role", "ID=\"_role\"", "validUntil=\"2019-01-01T00:00:00Z\""),
        LintCase("metadata.valid-until.missing", " validUntil=\"2099-01-01T00:00:00Z\"", ""),
    ]

    static let entities: [LintCase] = [
        LintCase("metadata.entity-id.missing", " entityID=\"https://idp.example.com/saml\"", ""),
        LintCase("metadata.entity-id.missing, blank", "entityID=\"https://idp.example.com/saml\"", "entityID=\" \""),
        LintCase("metadata.entity-id.length", "com/saml", "com/" + String(repeating: "a", count: 1024)),
        LintCase("metadata.entity-id.uri", "https://idp.example.com/saml", "idp.example.com"),
        LintCase("metadata.entity-id.uri, white space", "https://idp.example.com/saml", " https://idp.example.com/"),
        LintCase("metadata.id.duplicate", "_role", "_entity"),
        LintCase("metadata.role.missing", in: roleless, "_entity", "_entities"),
        LintCase("metadata.protocol.missing", "protocolSupportEnumeration=" + samlp, ""),
        LintCase("metadata.protocol.other", samlp, "\"urn:oasis:names:tc:SAML:1.1:protocol\""),
        LintCase("metadata.entity-id.duplicate", in: twice, "_entity", "_list"),
    ]

    private static let roleless = """
        <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" ID="_entity" entityID="urn:example:a"
         validUntil="2099-01-01T00:00:00Z"/>
        """

    private static let twice: String = {
        let body = MetadataSample.identityProvider.split(separator: "\n").dropFirst().joined(separator: "\n")
        let second = body.replacing("_entity", with: "_entity2").replacing("_role", with: "_role2")
        return """
            <md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" ID="_entity">\(second)
            \(second.replacing("2\"", with: "3\""))</md:EntitiesDescriptor>
            """
    }()

    static let structures: [LintCase] = [
        LintCase(
            "metadata.order.entity",
            "<md:IDPSSODescriptor",
            "<md:ContactPerson contactType=\"other\"/><md:IDPSSODescriptor"
        ),
        LintCase("metadata.order.idp", slo, "").adding(slo, before: "</md:IDPSSODescriptor>"),
        LintCase("metadata.order.sp", in: sp, transient, "").adding(transient, before: "</md:SPSSODescriptor>"),
        LintCase("metadata.element.unknown", slo, "<md:SingleLogoutServices/>"),
        LintCase("metadata.element.unknown, of others", slo, "<ds:Object/>"),
        LintCase("metadata.element.several", "</md:Extensions>", "</md:Extensions><md:Extensions/>"),
        LintCase("metadata.boolean", "WantAuthnRequestsSigned=\"true\"", "WantAuthnRequestsSigned=\"yes\""),
        LintCase("metadata.boolean, of an SP", in: sp, "WantAssertionsSigned=\"true\"", "WantAssertionsSigned=\"\""),
        LintCase("metadata.single-sign-on.missing", sso, "").cutting(
            from: " Location=\"https://idp.example.com/sso\"/>"
        ),
        LintCase("metadata.assertion-consumer.missing", in: sp, "<md:AssertionConsumerService", "<!-- ").adding(
            "-->",
            before: "</md:SPSSODescriptor>"
        ),
    ]

    static let endpoints: [LintCase] = [
        LintCase("metadata.endpoint.binding", "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect", "HTTP-Redirect"),
        LintCase("metadata.endpoint.location", " Location=\"https://idp.example.com/sso\"", ""),
        LintCase("metadata.endpoint.location, http", "https://idp.example.com/sso", "http://idp.example.com/sso"),
        LintCase("metadata.endpoint.location, relative", "https://idp.example.com/sso", "/sso"),
        LintCase("metadata.endpoint.location, script", "https://idp.example.com/slo", "javascript:alert(1)"),
        LintCase("metadata.endpoint.response-location", sso, sso + " ResponseLocation=\"https://idp.example.com/x\""),
        LintCase("metadata.endpoint.index", in: sp, "index=\"1\"", ""),
        LintCase("metadata.endpoint.index, no number", in: sp, "index=\"1\"", "index=\"70000\""),
        LintCase("metadata.endpoint.index-duplicate", in: sp, "index=\"1\"", "index=\"0\""),
        LintCase("metadata.endpoint.default", in: sp, "isDefault=\"false\"", "isDefault=\"1\""),
        LintCase("metadata.name-id-format.uri", transient, "<md:NameIDFormat>transient</md:NameIDFormat>"),
    ]

    func adding(_ text: String, before place: String) -> LintCase {
        LintCase(testDescription, profile: profile, in: document, place, text + "\n" + place, at: now)
    }

    func cutting(from text: String) -> LintCase {
        LintCase(testDescription, profile: profile, in: document, text, "", at: now)
    }

    func closing() -> LintCase {
        LintCase(testDescription, profile: profile, in: document, "</E>", "</EntitiesDescriptor>")
    }
}
