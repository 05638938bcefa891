import ArgumentParser

/// The page of a list.
struct BSSPageOptions: ParsableArguments {
    @Option(help: ArgumentHelp(say("How many at most, 1 to 100.", "最多返回条数，1 到 100。"), valueName: say("number", "数字")))
    var limit = 10

    @Option(help: ArgumentHelp(say("How many are passed over.", "跳过的条数。"), valueName: say("number", "数字")))
    var offset = 0

    @Flag(help: ArgumentHelp(say("All of them, page by page.", "逐页取回全部。")))
    var all = false

    func validate() throws {
        guard (1...100).contains(limit), offset >= 0 else {
            throw ValidationError(
                say("--limit takes 1 to 100, --offset 0 or more.", "--limit 为 1 到 100，--offset 不小于 0。")
            )
        }
        guard !all || (limit == 10 && offset == 0) else {
            throw ValidationError(say("--all takes neither --limit nor --offset.", "--all 不能与 --limit、--offset 同用。"))
        }
    }
}
