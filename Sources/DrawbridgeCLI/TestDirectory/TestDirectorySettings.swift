/// What configuration says of the test directory.
struct TestDirectorySettings: Sendable {
    /// The users' file.
    let file: String
    /// The xAccountIds that may cross to an SP which is not on this machine.
    let accounts: Set<String>
    /// Whether it is asked even where a portal is registered.
    let isPreferred: Bool
}
