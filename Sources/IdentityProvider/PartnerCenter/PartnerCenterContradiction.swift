import HuaweiCloud
public import SAML
import XMLSecurity

/// Configuration and record name two values of one id: nobody can say which one Partner Center has.
public struct PartnerCenterContradiction: Error, Hashable, Sendable {
    /// What was recorded.
    public let recorded: RecordedID
    /// What configuration says.
    public let configured: String

    /// What is said, and what to do.
    public var message: Bilingual {
        let key = recorded.kind == .platformID ? "huawei.platform_id" : "huawei.bp_id"
        let place = recorded.kind == .platformID ? PartnerCenter.accessConfiguration : PartnerCenter.credentials
        let command = "drawbridge access-config record --\(recorded.kind.rawValue) \(configured) --by"
        let day = recorded.at.xsDateTime.prefix(10)
        return Bilingual(
            "\(key) is \(configured), but \(recorded.person) recorded \(recorded.value) on \(day). Partner Center shows the right one (\(place.en)): correct the configuration, or run: \(command) NAME",
            "\(key) 为 \(configured)，但 \(recorded.person) 于 \(day) 登记的是 \(recorded.value)。请以伙伴中心（\(place.zh)）为准：修改配置，或执行：\(command) 姓名"
        )
    }
}
