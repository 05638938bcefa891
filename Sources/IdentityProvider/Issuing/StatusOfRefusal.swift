import SAML

extension Status {
    /// The status pair that tells the SP of a refusal (saml-core 3.2.2.2).
    ///
    /// The top level says whose turn it is: the requester can ask for something else, or the responder cannot do it.
    init(refusing refusal: Refusal) {
        let pair: (StatusCode, StatusCode) =
            switch refusal.code {
            case .nameIDPolicy, .nameIDQualifier, .nameIDUnavailable: (.requester, .invalidNameIDPolicy)
            case .subjectMismatch: (.requester, .unknownPrincipal)
            case .authnContextUnmet: (.responder, .noAuthnContext)
            case .passiveWithoutSession: (.responder, .noPassive)
            case .forceAuthnStale: (.responder, .authnFailed)
            default: (.responder, .requestDenied)
            }
        self.init(pair.0, pair.1, message: "\(refusal.code.id): \(refusal.code.message.en)")
    }
}
