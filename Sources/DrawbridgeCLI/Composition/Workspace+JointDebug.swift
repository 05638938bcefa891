import HuaweiCloud
import IdentityProvider
import JointDebug
import Server
import XMLSecurity

extension Workspace {
    /// HUAWEI CLOUD as its metadata has it; `nil` when that is not imported, or the preset is off.
    func huaweiProvider() throws -> ServiceProvider? {
        guard let entityID = configuration.huawei?.serviceProvider else { return nil }
        return try federation().serviceProvider(entityID)
    }

    /// This installation as a run names it: what it is now, and what it must still be for the run to count.
    func runSubject() async throws -> RunRecord.Subject {
        try RunRecord.Subject(
            await metadata(),
            configurationSHA256: Hexadecimal.encode(Digest.sha256(try InputFile.read(configuration.path))),
            version: Drawbridge.version
        )
    }
}
