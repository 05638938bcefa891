public import SAML

/// Every code that this module refuses with.
public enum OnboardingRefusals: Sendable {
    /// The codes.
    public static let all: [RefusalCode] = RefusalCode.whitelist
}
