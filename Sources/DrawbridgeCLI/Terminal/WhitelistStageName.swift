import ArgumentParser
import Onboarding

/// A stage that has a whitelist, as an option names it.
enum WhitelistStageName {
    static func stage(_ option: String, _ name: String) throws -> Stage {
        guard let stage = Stage(rawValue: name), stage != .closed else {
            throw ValidationError(say("\(option) takes joint-debug or live.", "\(option) 只能是 joint-debug 或 live。"))
        }
        return stage
    }
}
