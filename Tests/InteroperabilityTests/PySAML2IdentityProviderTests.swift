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
}
