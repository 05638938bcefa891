import ArgumentParser
import SAML
import Server
import XMLSecurity

/// What both validations take.
struct ValidationOptions: ParsableArguments {
    /// A day: whoever needs more looks at an old message and gives --at.
    private static let longestSkew: Int64 = 86_400

    @Option(
        help: ArgumentHelp(
            say(
                "The time to judge at, such as 2026-11-22T09:00:00Z; now without it.",
                "判定时间，如 2026-11-22T09:00:00Z；默认为当前时间。"
            ),
            valueName: say("time", "时间")
        )
    )
    var at: String?

    @Option(
        help: ArgumentHelp(say("How far the clocks may differ.", "允许的时钟偏差。"), valueName: say("seconds", "秒"))
    )
    var skew: Int64 = ResponseExpectations.usualSkew

    @Option(
        name: .customLong("policy"),
        help: ArgumentHelp(
            say(
                "strict as the service, or interop: SHA-1, short keys, CBC and PKCS#1 v1.5 of old peers pass with a warning.",
                "strict 与服务一致；interop 允许旧对端的 SHA-1、短密钥、CBC 和 PKCS#1 v1.5，并给出警告。"
            ),
            valueName: "strict|interop"
        )
    )
    private var policyName = PolicyName.strict

    @OptionGroup var output: FormatOption
    @OptionGroup var language: LanguageOption

    func validate() throws {
        guard (0...Self.longestSkew).contains(skew) else {
            throw ValidationError(say("--skew takes 0 to 86400 seconds.", "--skew 的范围是 0 到 86400 秒。"))
        }
        guard at.map({ Instant(xsDateTime: $0) != nil }) ?? true else {
            throw ValidationError(
                say("--at takes a time such as 2026-11-23T09:00:00Z.", "--at 的格式如 2026-11-23T09:00:00Z。")
            )
        }
    }

    private enum PolicyName: String, ExpressibleByArgument {
        case strict
        case interop
    }

    /// How strictly to judge.
    var policy: ValidationPolicy { policyName == .interop ? .interop : .strict }

    /// The time to judge at.
    var now: Instant { at.flatMap { Instant(xsDateTime: $0) } ?? Clock.system.now }
}
