import ArgumentParser
import Foundation

/// Who changes something, and why; a label that nothing proves.
struct AuthorOption: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(say("Who does it; else the system's user.", "操作人；默认为系统用户。"), valueName: say("name", "姓名"))
    )
    var label: String?

    @Option(help: ArgumentHelp(say("Why; kept in the history.", "原因，保存在历史中。"), valueName: say("text", "文字")))
    var reason: String?

    var name: String { label ?? NSUserName() }
}
