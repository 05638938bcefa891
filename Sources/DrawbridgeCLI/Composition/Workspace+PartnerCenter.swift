import HuaweiCloud
import IdentityProvider
import SAML
import Storage

extension Workspace {
    /// The ids that Partner Center shows, as they were recorded.
    var idStore: SQLitePartnerCenterIDStore { SQLitePartnerCenterIDStore(database) }

    /// The settings, with the recorded ids where configuration leaves them open.
    func settings() async throws -> Settings {
        guard let huawei = configuration.huawei else { return configuration.settings }
        return configuration.settings(try Self.complete(huawei, with: await idStore.ids()))
    }

    /// The preset with the recorded ids; two values of one id are an error.
    static func complete(_ preset: HuaweiPreset, with ids: PartnerCenterIDs) throws -> HuaweiPreset {
        do {
            return try ids.completing(preset)
        } catch {
            throw CommandFailure(.unusable, error.message.en, error.message.zh)
        }
    }

    /// The preset of the configuration, which the access configuration is about.
    func requireHuawei() throws -> HuaweiPreset {
        guard let huawei = configuration.huawei else {
            throw CommandFailure(
                .unusable,
                "The access configuration is for HUAWEI CLOUD; set huawei.site in the configuration.",
                "接入配置仅用于华为云，请在配置中设置 huawei.site。"
            )
        }
        return huawei
    }
}
