import IdentityProvider
import Testing
import XMLSecurity

@Suite struct RedactionTests {
    @Test(
        "Whoever prints a session, a hand-off or an id prints nothing of the customer and nothing that opens anything"
    )
    func printed() {
        let id = OpaqueID(from: .openSSL)
        let session = Fixture.session()
        let resumption = Resumption(.request(id.text), session: session, expiresAt: Fixture.now)
        let texts = [
            "\(id)", String(reflecting: id), "\(session.customer)", String(reflecting: session.customer), "\(session)",
            String(reflecting: session), "\(Optional(session) as Any)", "\([session])", "\(resumption)",
            String(reflecting: resumption),
        ]
        for text in texts {
            for secret in [id.text, "user-1", "account-1", "zhang", "13800138000"] {
                #expect(!text.contains(secret), "\(secret) in \(text)")
            }
        }
    }
}
