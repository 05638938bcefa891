import HuaweiCloud
import IdentityProvider
import Server
import XMLSecurity

extension Workspace {
    /// HUAWEI CLOUD as its metadata has it; `nil` when that is not imported, or the preset is off.
    func huaweiProvider() throws -> ServiceProvider? {
        guard let entityID = configuration.huawei?.serviceProvider else { return nil }
        return try federation().serviceProvider(entityID)
    }
}
