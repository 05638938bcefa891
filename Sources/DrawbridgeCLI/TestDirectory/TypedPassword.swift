import XMLSecurity

/// A password from the terminal, typed twice and not shown, or the first line of standard input.
enum TypedPassword {
    /// Shorter ones are guessed; a longer one is a mistake.
    private static let lengths = 8...1024

    static func read() throws -> Secret {
        let password = HiddenInput.isTerminal ? try ask() : Secret(readLine(strippingNewline: true) ?? "")
        guard lengths.contains(password.withBytes(\.count)) else {
            throw CommandFailure(
                .unusable,
                "A password has at least \(lengths.lowerBound) characters; it is typed, or stands in the first line of standard input.",
                "密码至少 \(lengths.lowerBound) 个字符；请输入，或放在标准输入的第一行。"
            )
        }
        return password
    }

    private static func ask() throws -> Secret {
        guard let first = HiddenInput.ask(say("Password: ", "密码：")),
            let second = HiddenInput.ask(say("Once more: ", "再次输入："))
        else {
            throw CommandFailure(.unusable, "There is no terminal to type at.", "没有可供输入的终端。")
        }
        guard first.withBytes({ one in second.withBytes { Digest.equal(one, $0) } }) else {
            throw CommandFailure(.unusable, "The two are not the same; try again.", "两次输入不一致，请重试。")
        }
        return first
    }
}
