import SAML

@testable import JointDebug

/// Comes to a meeting.
enum Attend: ScenarioAction {
    static let name = "attend"
    static let title = Bilingual("attends", "参加")
    static let parameters: Set = ["at", "as"]
    static let expectations: Set<String> = []

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        await Meeting.named(step["at"] ?? "")?.attend(step["as"] ?? "")
        return []
    }
}

/// Holds when it is tried for the time that is named, and not before.
enum HoldLater: ScenarioAction {
    static let name = "hold-later"
    static let title = Bilingual("holds later", "稍后符合")
    static let parameters: Set = ["at", "time"]
    static let expectations: Set<String> = []

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        let count = await Meeting.named(step["at"] ?? "")?.count() ?? 0
        let wanted = step.number("time") ?? 0
        play.seen = [StepFact("tried", "次数", String(count))]
        guard count >= wanted else { throw StepFailure("not yet", "尚未") }
        return [StepFact("tried", "次数", String(count))]
    }
}

/// Throws what no action should.
enum Break: ScenarioAction {
    static let name = "break"
    static let title = Bilingual("breaks", "出错")
    static let parameters: Set<String> = []
    static let expectations: Set<String> = []

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        throw BrowserError("nothing answers")
    }
}

/// Looks at one of two parameters and at one of two expectations.
enum LookAway: ScenarioAction {
    static let name = "look-away"
    static let title = Bilingual("looks away", "未查看")
    static let parameters: Set = ["seen", "unseen"]
    static let expectations: Set = ["seen", "unseen"]

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        _ = (step["seen"], step.expected["seen"])
        return []
    }
}
