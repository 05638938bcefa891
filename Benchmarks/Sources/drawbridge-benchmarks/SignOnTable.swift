import IdentityProvider
import SAML
import TestSupport
import XMLSecurity

/// The sign-on path against OpenSSL's RSA.
enum SignOnTable {
    static func show(_ signOn: SignOn, _ response: SignedResponse, _ stopwatch: Stopwatch) throws {
        let raw2048 = RawKey(2048)
        let raw4096 = RawKey(4096)
        let signOn4096 = try SignOn(serviceProviderKey: TestPKI.rsa4096)
        let signingKey = signOn.identityProvider.signingKey
        let entity = IdentityProviderMetadata.entity(
            signOn.identityProvider.settings,
            certificates: [signingKey.certificate]
        )
        let times = try stopwatch.measure([
            { raw2048.sign() }, { raw2048.verify() }, { raw4096.verify() },
            { try signOn.run() }, { try signOn4096.run() },
            { try signOn.receive() }, { try signOn.validate(response) },
            { _ = try entity.document(signedBy: signingKey, id: "_metadata") },
            { _ = try XMLDocument(parsing: response.xml, limits: .message) },
        ])
        Table.head("one core, median of \(stopwatch.rounds) turns", "rate", "time", "of limit", "target")
        Table.row("OpenSSL signs, RSA-2048", times[0])
        Table.row("OpenSSL verifies, RSA-2048", times[1])
        Table.row("OpenSSL verifies, RSA-4096", times[2])
        let request = "request in, signed Response out; SP key "
        Table.row(request + "2048", times[3], limit: times[0] + times[1], target: "93 %")
        Table.row(request + "4096", times[4], limit: times[0] + times[2], target: "93 %")
        Table.row("request received; SP key 2048", times[5], limit: times[1])
        Table.row("Response validated", times[6], limit: times[1])
        Table.row("IDP metadata generated and signed", times[7], limit: times[0])
        Table.row("Response of \(response.xml.count) octets parsed", times[8])
    }
}
