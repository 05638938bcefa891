import IdentityProvider
import Onboarding

extension Services {
    /// The test directory while its door is open: when there is one, and in the stage of joint debugging alone.
    func openDirectory() async throws -> TestDirectory? {
        guard let directory = current.now.testDirectory, try await stores.stage.stage() == .jointDebug else {
            return nil
        }
        return directory
    }

    /// The test directory when it is open and a browser is to sign in there and not at a portal.
    func directoryToAsk() async throws -> TestDirectory? {
        guard let directory = try await openDirectory() else { return nil }
        return directory.isPreferred || portals.isEmpty ? directory : nil
    }
}
