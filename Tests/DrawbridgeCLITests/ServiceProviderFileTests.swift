import Foundation
import SAML
import TestSupport
import Testing
import XMLSecurity

@Suite("How an SP is answered stands in a file beside its metadata", .ownThread)
struct ServiceProviderFileTests {
    /// An installation with an SP named wiki, whose key is for signing, or for both.
    private static func installation(canEncrypt: Bool = true) throws -> Installation {
        let installation = try Installation()
        let fake = try FakeServiceProvider(entityID: "https://wiki.example/")
        let descriptor = KeyDescriptor(use: canEncrypt ? nil : .signing, certificate: fake.key.certificate)
        let metadata = EntityDescriptor(
            entityID: "https://wiki.example/",
            spSSODescriptor: SPSSODescriptor(
                role: RoleDescriptor(keyDescriptors: [descriptor]),
                authnRequestsSigned: true,
                wantAssertionsSigned: true,
                assertionConsumerServices: fake.descriptor.assertionConsumerServices
            )
        )
        _ = try installation.command.file("sp.xml", String(decoding: metadata.document(), as: UTF8.self))
        #expect(try installation.run("sp", "import", "sp.xml", "--name", "wiki").status == 0)
        return installation
    }

    private static let whole = """
        sign: both
        algorithm: rsa-sha384
        encrypt: true
        name_id: persistent
        assertion_lifetime: 120
        session: 3600
        skew: 60
        authn_context: urn:oasis:names:tc:SAML:2.0:ac:classes:Password
        idp_initiated: true
        attributes:
          user_id: uid
          email: mail
        """

    @Test("sp show tells every setting, as text and as JSON, by name and by entity id")
    func show() throws {
        let installation = try Self.installation()
        let plain = try installation.run("sp", "show", "wiki", "--format", "json")
        #expect(try Self.settings(plain)["sign"] as? String == "assertion")
        _ = try installation.command.file("metadata/sp/wiki.yaml", Self.whole)
        let json = try Self.settings(installation.run("sp", "show", "https://wiki.example/", "--format", "json"))
        #expect(json["sign"] as? String == "both")
        #expect((json["algorithm"] as? String)?.hasSuffix("rsa-sha384") == true)
        #expect(json["encrypt"] as? Bool == true && json["idp_initiated"] as? Bool == true)
        #expect(json["name_id"] as? String == "persistent")
        #expect(json["assertion_lifetime"] as? Int == 120 && json["session"] as? Int == 3600)
        #expect(json["attributes"] as? [String: String] == ["user_id": "uid", "email": "mail"])
        let shown = try installation.run("sp", "show", "wiki")
        let text = String(decoding: shown.output, as: UTF8.self)
        for line in Self.whole.split(separator: "\n") {
            let value = line.split(separator: ":", maxSplits: 1).last?.drop { $0 == " " } ?? ""
            #expect(text.contains(value), "\(line)")
        }
        #expect(try installation.run("serve", "--check").errors.isEmpty == true)
    }

    private static func settings(_ outcome: CommandLineTool.Outcome) throws -> [String: Any] {
        #expect(outcome.status == 0, "\(outcome.errors)")
        let json = try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any]
        return try #require(json?["settings"] as? [String: Any])
    }

    @Test(
        "What is wrong in the file stops the service before it begins, and names the file or the SP",
        arguments: [
            ("signs: both", "sign"), ("sign: everything", "sign"), ("encrypt: perhaps", "encrypt"),
            ("algorithm: rsa-sha1", "rsa-sha256"), ("algorithm: ecdsa-sha256", "https://wiki.example/"),
            ("name_id: kerberos", "name_id"), ("assertion_lifetime: 5", "assertion_lifetime"),
            ("attributes: {surname: sn}", "attributes.surname"), ("a: [1,", "YAML"), ("session: 1e9", "session"),
        ]
    )
    func wrong(content: String, says: String) throws {
        let installation = try Self.installation()
        _ = try installation.command.file("metadata/sp/wiki.yaml", content)
        let outcome = try installation.run("serve", "--check")
        #expect(outcome.status == 2 && outcome.errors.contains(says), "\(outcome.errors)")
    }

    @Test("Encryption without a key to encrypt to is told before a customer comes")
    func noKey() throws {
        let installation = try Self.installation(canEncrypt: false)
        _ = try installation.command.file("metadata/sp/wiki.yaml", "encrypt: true")
        let outcome = try installation.run("serve", "--check")
        #expect(outcome.status == 2 && outcome.errors.contains("wiki.yaml"), "\(outcome.errors)")
    }
}
