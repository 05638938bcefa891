import Testing

@Suite("The harness against pysaml2 as an identity provider", .serialized)
struct PySAML2IdentityProviderTests {
    static let faults = [
        ConfigurationFault(
            "attributes are missing",
            #", "without": ["xAccountId", "bpId"]"#,
            says: "huawei.message.attribute-names (expected xAccountId, found nothing)"
        ),
        ConfigurationFault("SHA-1", #", "sha1": true"#, says: "huawei.message.algorithms"),
        ConfigurationFault("the assertion is not signed", #", "unsigned": true"#, says: "huawei.message.signature"),
        ConfigurationFault(
            "another audience",
            #", "audience": "https://other.example.com/""#,
            says: "huawei.message.audience"
        ),
        ConfigurationFault(
            "unsigned requests are answered",
            "",
            scenario: "requests.unsigned",
            says: "answered what it must refuse (signature.missing)"
        ),
    ]

    @Test("pysaml2, configured well, passes a plain sign-on through its own sign-in form")
    func good() async throws {
        let peer = try await OtherIdentityProvider(pysaml2: "")
        try await peer.expectPasses(["sign-on.plain", "attributes.any"])
        let hidden = try await peer.play("sign-on.token-again")
        #expect(hidden.text.contains("no portal key was given"), "\(hidden.text)")
    }

    @Test("pysaml2, configured badly, is told what HUAWEI CLOUD would not take", arguments: faults)
    func bad(fault: ConfigurationFault) async throws {
        try await OtherIdentityProvider(pysaml2: fault.configuration).expect(fault)
    }

    /// What it fails of all scenarios, as Documentation/interoperability.md has it.
    static let failing: Set<String> = [
        "requests.persistent", "requests.passive-without-session", "requests.authn-context", "requests.acs-index",
        "requests.by-post", "requests.unsigned", "requests.unsigned-by-fault", "requests.stranger", "requests.sha1",
        "requests.reencoded", "requests.changed-relay-state", "requests.cut-signature", "requests.two-messages",
        "requests.replayed", "requests.stale", "requests.future", "requests.acs", "requests.endless-relay-state",
        "requests.misbehaving-login-host",
    ]

    @Test("pysaml2, configured well, fails those of all scenarios that the document lists, and no other")
    func all() async throws {
        try await OtherIdentityProvider(pysaml2: "").expectFails(Self.failing)
    }
}
