/// Which rule of the checklist a refused call breaks, whatever the scenario is about that it stands in.
///
/// With a wrong SK no scenario gets any further; it is the signature that is wrong, not the order of calls.
enum BSSBlame {
    private static let endpoint = "bss.endpoint"
    private static let signature = "bss.signature"
    private static let time = "bss.time"
    private static let token = "bss.token"
    private static let caller = "bss.caller"
    private static let throttling = "bss.throttling"

    /// All of them.
    static let rules: Set = [endpoint, signature, time, token, caller, throttling]

    /// The rule that the last of some calls breaks; where none came, the one that the configuration breaks.
    static func rule(of calls: [BSSSeenCall], at side: BSSSide) -> String? {
        guard let last = calls.last else { return configured(side) }
        guard last.status >= 400 else { return nil }
        if last.isForToken { return token }
        switch last.fault {
        case .clock, .noDate, .dateForm: return time
        case .unknownToken, .tokenExpired: return token
        case .some: return signature
        case nil: break
        }
        switch last.code {
        case BSSRefusal.denied.code: return caller
        case BSSRefusal.throttled.code: return throttling
        default: return nil
        }
    }

    private static func configured(_ side: BSSSide) -> String? {
        guard (try? side.endpoint()) == side.origin else { return endpoint }
        return (try? side.authentication(nil)) == nil ? signature : nil
    }
}
