public import HuaweiCloud
public import SAML
public import XMLSecurity

/// Judges the claims of a token whose signature verified with a key of `portal` (design section 7).
public struct HandOffRule: Sendable {
    /// The longest life of a token, in seconds: one click.
    public static let longestLife: Int64 = 120
    /// `jti` is kept; nobody needs more.
    private static let longestID = 256

    private let portal: String
    private let audience: String
    private let skew: Int64
    private let site: Site?

    /// Makes the rule.
    /// - Parameters:
    ///   - portal: the portal whose key verified.
    ///   - audience: our entity id.
    ///   - skew: how far the portal's clock may differ, in seconds.
    ///   - site: the HUAWEI CLOUD that `service` must be a page of; `nil` without the preset.
    public init(portal: String, audience: String, skew: Int64, site: Site?) {
        self.portal = portal
        self.audience = audience
        self.skew = skew
        self.site = site
    }

    /// Judges.
    /// - Parameters:
    ///   - claims: the claims.
    ///   - purpose: what the token is used for.
    ///   - now: the time.
    /// - Returns: the hand-off, or the first refusal.
    public func judge(
        _ claims: HandOffClaims,
        for purpose: HandOffPurpose,
        at now: Instant
    ) -> Result<HandOff, Refusal> {
        do {
            return .success(try handOff(claims, purpose, at: now))
        } catch {
            return .failure(error)
        }
    }

    private func handOff(_ claims: HandOffClaims, _ purpose: HandOffPurpose, at now: Instant) throws(Refusal) -> HandOff
    {
        guard claims.issuer == portal else {
            throw Refusal(.tokenIssuer, xpath: "iss", expected: portal, found: claims.issuer)
        }
        guard claims.audience.contains(audience) else {
            throw Refusal(
                .tokenAudience,
                xpath: "aud",
                expected: audience,
                found: claims.audience.joined(separator: ", ")
            )
        }
        let (issued, expires) = try window(claims, at: now)
        let id = try identifier(claims.id, "jti", longest: Self.longestID)
        let user = try identifier(claims.subject, "sub", longest: IdentifierRule.longestAccount)
        let account = try identifier(claims.account, "x_account_id", longest: IdentifierRule.longestAccount)
        return HandOff(
            customer: Customer(
                portal: portal,
                xUserID: user,
                xAccountID: account,
                accountName: claims.accountName,
                email: claims.email,
                mobile: claims.mobile,
                firstLogin: claims.firstLogin,
                authnContextClass: try authnContextClass(claims)
            ),
            authnInstant: try authnInstant(claims, issued: issued, at: now),
            requestID: try request(claims, purpose),
            service: try service(claims),
            target: try target(claims, purpose),
            replayKey: ReplayKey(.token, issuer: portal, id: id),
            replayUntil: expires.adding(seconds: skew)
        )
    }

    private func window(_ claims: HandOffClaims, at now: Instant) throws(Refusal) -> (issued: Instant, expires: Instant)
    {
        guard let iat = claims.issuedAt else { throw Refusal(.tokenClaimMissing, xpath: "iat", expected: "iat") }
        guard let exp = claims.expiresAt else { throw Refusal(.tokenClaimMissing, xpath: "exp", expected: "exp") }
        let issued = Instant(seconds: iat)
        let expires = Instant(seconds: exp)
        guard exp > iat, exp - iat <= Self.longestLife else {
            throw Refusal(
                .tokenLifetime,
                xpath: "exp",
                expected: "1 to \(Self.longestLife) s after iat",
                found: "\(exp - iat) s"
            )
        }
        guard issued <= now.adding(seconds: skew) else {
            throw Refusal(.tokenFuture, xpath: "iat", expected: "until \(now.xsDateTime)", found: issued.xsDateTime)
        }
        guard now < expires.adding(seconds: skew) else {
            throw Refusal(.tokenExpired, xpath: "exp", expected: "after \(now.xsDateTime)", found: expires.xsDateTime)
        }
        return (issued, expires)
    }

    private func identifier(_ value: String?, _ claim: String, longest: Int) throws(Refusal) -> String {
        guard let value, !value.isEmpty else { throw Refusal(.tokenClaimMissing, xpath: claim, expected: claim) }
        guard IdentifierRule.holds(value, longest: longest) else {
            throw Refusal(
                .tokenClaimInvalid,
                xpath: claim,
                expected: "\(claim) of 1 to \(longest) visible characters"
            )
        }
        return value
    }

    private func request(_ claims: HandOffClaims, _ purpose: HandOffPurpose) throws(Refusal) -> String? {
        switch (purpose, claims.request) {
        case (.start, nil), (.end, nil): return nil
        case (.resume, .some(let request)): return request
        case (.start, .some), (.end, .some):
            throw Refusal(.tokenRequest, xpath: "request", expected: "no request in this token")
        case (.resume, nil): throw Refusal(.tokenClaimMissing, xpath: "request", expected: "request")
        }
    }

    private func service(_ claims: HandOffClaims) throws(Refusal) -> ServiceURL? {
        guard let service = claims.service, let site else { return nil }
        return try ServiceURL(service, at: site)
    }

    // Where a waiting request leads is said by the request, and an end leads nowhere.
    private func target(_ claims: HandOffClaims, _ purpose: HandOffPurpose) throws(Refusal) -> UnsolicitedTarget? {
        guard let serviceProvider = claims.serviceProvider else {
            guard claims.relayState == nil else {
                throw Refusal(.tokenClaimInvalid, xpath: "relay_state", expected: "no relay_state without sp")
            }
            return nil
        }
        guard purpose == .start, claims.service == nil else {
            throw Refusal(.tokenClaimInvalid, xpath: "sp", expected: "no sp with service, nor outside /sso/start")
        }
        var relayState: RelayState?
        if let value = claims.relayState { relayState = try RelayState(value) }
        return UnsolicitedTarget(serviceProvider, relayState: relayState)
    }

    private func authnInstant(_ claims: HandOffClaims, issued: Instant, at now: Instant) throws(Refusal) -> Instant {
        guard let authTime = claims.authTime else { return issued }
        let instant = Instant(seconds: authTime)
        guard instant <= now.adding(seconds: skew) else {
            throw Refusal(
                .tokenClaimInvalid,
                xpath: "auth_time",
                expected: "a time in the past",
                found: instant.xsDateTime
            )
        }
        return instant
    }

    // It becomes AuthnContextClassRef, a URI (saml-core 2.7.2.2).
    private func authnContextClass(_ claims: HandOffClaims) throws(Refusal) -> String? {
        guard let value = claims.authnContextClass else { return nil }
        guard value.contains(":"), IdentifierRule.holds(value, longest: 256) else {
            throw Refusal(.tokenClaimInvalid, xpath: "acr", expected: "acr as a URI", found: value)
        }
        return value
    }
}
