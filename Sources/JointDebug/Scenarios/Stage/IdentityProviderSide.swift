import SAML

/// The identity provider under test.
public struct IdentityProviderSide: Sendable {
    /// Where its metadata is served; `nil` when a file was given.
    public let metadataURL: String?
    /// The base address of a Drawbridge; `nil` for another identity provider.
    public let drawbridge: String?
    /// How customers sign in.
    public let login: LoginHook
    /// Gives it a command; `nil` when it is none of ours, or elsewhere.
    public let commands: CommandRunner?

    /// A command's arguments; the answer is its exit status and what it printed.
    public typealias CommandRunner = @Sendable (_ arguments: [String]) async throws -> (status: Int32, output: String)

    /// Describes it.
    public init(metadataURL: String?, drawbridge: String?, login: LoginHook, commands: CommandRunner?) {
        self.metadataURL = metadataURL
        self.drawbridge = drawbridge
        self.login = login
        self.commands = commands
    }

    /// Where associations are reported to.
    var notification: String? { drawbridge.map { $0 + "/huawei/association" } }
}
