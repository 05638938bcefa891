import Testing

@Suite("The harness against SimpleSAMLphp as an identity provider", .serialized)
struct SimpleSAMLphpIdentityProviderTests {
    static let faults = [
        ConfigurationFault(
            "attributes are missing",
            "'authproc' => [50 => ['class' => 'core:AttributeLimit', 'xUserId']]",
            says: "huawei.message.attribute-names (expected xAccountId, found nothing)"
        ),
        ConfigurationFault(
            "SHA-1",
            "'signature.algorithm' => 'http://www.w3.org/2000/09/xmldsig#rsa-sha1'",
            says: "huawei.message.algorithms"
        ),
        ConfigurationFault(
            "the assertion is not signed",
            "'saml20.sign.assertion' => false",
            says: "huawei.message.signature"
        ),
        ConfigurationFault(
            "another audience",
            """
            'authproc' => [50 => [
                'class' => 'core:PHP',
                'code' => '$state["SPMetadata"]["entityid"] = "https://other.example.com/";',
            ]]
            """,
            says: "huawei.message.audience"
        ),
    ]

    /// Requests that no configuration of it refuses.
    static let differences = [
        ConfigurationFault(
            "a request for somebody else",
            "",
            scenario: "requests.destination",
            says: "answered what it must refuse (destination.mismatch)"
        ),
        ConfigurationFault(
            "a request of an hour ago",
            "",
            scenario: "requests.stale",
            says: "answered what it must refuse (time.stale)"
        ),
        ConfigurationFault(
            "a request signed with rsa-sha1",
            "",
            scenario: "requests.sha1",
            says: "answered what it must refuse (algorithm.signature)"
        ),
    ]

    @Test("SimpleSAMLphp, configured well, passes a plain sign-on through its own sign-in form")
    func good() async throws {
        let peer = try await OtherIdentityProvider(simpleSAMLphp: "")
        try await peer.expectPasses(["sign-on.plain", "attributes.any", "requests.unsigned", "requests.stranger"])
    }

    @Test("SimpleSAMLphp, configured badly, is told what HUAWEI CLOUD would not take", arguments: faults)
    func bad(fault: ConfigurationFault) async throws {
        try await OtherIdentityProvider(simpleSAMLphp: fault.configuration).expect(fault)
    }

    @Test("SimpleSAMLphp, even configured well, is told which requests it must refuse")
    func different() async throws {
        let peer = try await OtherIdentityProvider(simpleSAMLphp: "")
        for difference in Self.differences { try await peer.expect(difference) }
    }

    /// What it fails of all scenarios, as Documentation/interoperability.md has it.
    static let failing: Set<String> = [
        "requests.persistent", "requests.authn-context", "requests.sha1", "requests.upper-cased-sigalg",
        "requests.replayed", "requests.stale", "requests.future", "requests.destination", "requests.acs",
        "requests.endless-relay-state", "requests.misbehaving-login-host",
    ]

    @Test("SimpleSAMLphp, configured well, fails those of all scenarios that the document lists, and no other")
    func all() async throws {
        try await OtherIdentityProvider(simpleSAMLphp: "").expectFails(Self.failing)
    }
}
