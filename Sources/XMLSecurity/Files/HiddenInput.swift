import Glibc

/// Asks for a password at the terminal.
///
/// Here and not in the command line because it calls C: the terminal must stop showing what is typed, and show it again
/// whatever happens.
public enum HiddenInput: Sendable {
    /// Whether somebody sits at the standard input.
    public static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    /// Asks; `nil` when there is no terminal to ask at.
    public static func ask(_ prompt: String) -> Secret? {
        guard let typed = unsafe getpass(prompt) else { return nil }
        let length = unsafe strlen(typed)
        // glibc keeps the line in a buffer of its own until the next call.
        defer { unsafe explicit_bzero(typed, length) }
        return unsafe Secret(Array(UnsafeRawBufferPointer(start: typed, count: length)))
    }
}
