import ArgumentParser

/// Who changes a whitelist: an operator token, or in joint debugging a label; why; and what they looked at.
struct WhitelistAuthorOption: ParsableArguments {
    @OptionGroup var label: AuthorOption
    @OptionGroup var token: OperatorTokenOption

    @Option(
        help: ArgumentHelp(
            say(
                "The revision you looked at; refused when somebody changed the whitelist since.",
                "您所查看的版本；此后若有他人修改则拒绝。"
            ),
            valueName: say("revision", "版本")
        )
    )
    var seen: Int64?

    func validate() throws {
        guard label.label == nil || !token.isGiven else {
            throw ValidationError(
                say(
                    "--as is a label for joint debugging; leave it out where a token says who you are.",
                    "--as 仅为联调时的名称；已提供令牌时请勿使用。"
                )
            )
        }
    }
}
