import SAML
import XMLSecurity

/// The message was made a short while ago (saml-core 3.2.1): what is older could have been recorded and sent again after
/// its id was forgotten.
enum FreshnessRule {
    static func judge(_ request: AuthnRequest, _ settings: Settings, at now: Instant) throws(Refusal) {
        let path = "/samlp:AuthnRequest/@IssueInstant"
        guard request.issueInstant <= now.adding(seconds: settings.skew) else {
            throw Refusal(
                .timeFuture,
                xpath: path,
                expected: "at most \(settings.skew) s after \(now.xsDateTime)",
                found: request.issueInstant.xsDateTime
            )
        }
        guard now < end(of: request, settings) else {
            throw Refusal(
                .timeStale,
                xpath: path,
                expected: "at most \(settings.requestLifetime + settings.skew) s before \(now.xsDateTime)",
                found: request.issueInstant.xsDateTime
            )
        }
    }

    /// From then on the message is refused as stale, so that its id may be forgotten.
    static func end(of request: AuthnRequest, _ settings: Settings) -> Instant {
        request.issueInstant.adding(seconds: settings.requestLifetime + settings.skew)
    }
}
