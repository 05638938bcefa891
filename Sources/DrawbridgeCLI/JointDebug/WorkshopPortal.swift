import IdentityProvider
import JointDebug
import SAML
import Server
import XMLSecurity

/// The portal of a run: it mints hand-off tokens as scenarios ask for them, good and bad.
struct WorkshopPortal: Sendable {
    let name: String
    let mint: TokenMint
    /// Signs what must be refused.
    let stranger: TokenMint
    let audience: String
    let clock: Clock

    @Sendable func token(_ claims: CustomerHandOff) async throws -> String {
        let issued = clock.now.milliseconds / 1000 - claims.age
        let customer = claims.customer
        return try (claims.isSignedByStranger ? stranger : mint).token(
            TokenMint.Claims(
                iss: name,
                aud: claims.audience ?? audience,
                iat: issued,
                exp: issued + claims.life,
                jti: OpaqueID(from: .openSSL).text,
                sub: customer.user,
                x_account_id: customer.account,
                request: claims.request,
                service: claims.service,
                account_name: claims.tellsOptional ? customer.accountName : nil,
                email: claims.tellsOptional ? customer.email : nil,
                mobile: claims.tellsOptional ? customer.mobile : nil,
                first_login: claims.firstLogin
            )
        )
    }
}
