/// Who calls the simulated BSS, as a scenario and a file name them.
public enum BSSCaller: String, CaseIterable, Sendable {
    /// The partner, by its AK and SK.
    case partner
    /// An operator of the partner without any permission item.
    case `operator`
    /// The partner, by a password that a token is given for.
    case password
}
