/// Why no entry admits.
public enum WhitelistAbsence: Hashable, Sendable {
    /// There is none.
    case notListed
    /// There is one that is not in force.
    case state(WhitelistState)
    /// Its time has not begun.
    case notYet
    /// Its time has ended.
    case over

    /// One word for the trail, which names no customer.
    public var word: String {
        switch self {
        case .notListed: "not listed"
        case .state(let state): state.rawValue
        case .notYet: "not valid yet"
        case .over: "no longer valid"
        }
    }
}
