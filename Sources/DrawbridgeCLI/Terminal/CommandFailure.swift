import SAML

/// Why a command ends without success: one sentence with what to do next, and the exit status (design section 5).
struct CommandFailure: Error, CustomStringConvertible {
    /// The exit statuses.
    enum Status: Int32 {
        /// The thing checked does not hold.
        case doesNotHold = 1
        /// Wrong usage, unreadable input, port taken, directory unwritable.
        case unusable = 2
        /// Our own fault.
        case fault = 70
    }

    let status: Status
    let text: Bilingual

    var description: String { say(text.en, text.zh) }

    init(_ status: Status, _ en: String, _ zh: String) {
        self.status = status
        text = Bilingual(en, zh)
    }
}
