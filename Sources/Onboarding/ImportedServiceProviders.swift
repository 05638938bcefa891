public import SAML

/// Lets every SP in whose metadata was imported: the operator's import is the admission.
public struct ImportedServiceProviders: Admission {
    /// Makes the snapshot; unknown SPs never get as far as a decision.
    public init() {}

    /// Admits.
    public func refusal(serviceProvider: String, account: String?) -> Refusal? { nil }
}
