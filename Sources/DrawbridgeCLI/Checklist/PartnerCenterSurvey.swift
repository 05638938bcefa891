import Foundation
import HuaweiCloud
import IdentityProvider
import Onboarding
import SAML
import Storage
import XMLSecurity

/// What Partner Center was told, and what it gave.
struct PartnerCenterSurvey {
    private let workspace: Workspace

    init(_ workspace: Workspace) {
        self.workspace = workspace
    }

    func look() async throws -> PartnerCenterEvidence {
        let ids = try await workspace.idStore.ids()
        let huawei = try Workspace.complete(workspace.requireHuawei(), with: ids)
        let path = workspace.metadataDirectory.identityProviderPath
        let isThere = FileManager.default.fileExists(atPath: path)
        return PartnerCenterEvidence(
            platformID: huawei.platformID?.value,
            partnerID: huawei.partnerID?.value,
            uploaded: try await workspace.uploadStore.uploads().last?.sha256,
            served: isThere ? Hexadecimal.encode(Digest.sha256(try InputFile.read(path))) : nil,
            site: huawei.site.name,
            baseURL: workspace.configuration.baseURL,
            notificationURL: ids.notificationURL?.value,
            returnAddresses: workspace.configuration.returnAddresses.entered(ids),
            knowsFirstLogin: huawei.firstLoginWhenUnknown != nil,
            link: try link(huawei)
        )
    }

    private func link(_ huawei: HuaweiPreset) throws -> PartnerCenterEvidence.LinkEvidence? {
        guard let platformID = huawei.platformID else { return nil }
        let service = try ServiceURL(huawei.site.defaultService, at: huawei.site)
        let url = LoginLink(site: huawei.site, platformID: platformID, isFirstLogin: true, service: service).url
        let reading = LoginLinkReading(url, at: huawei.site, platformID: platformID, isFirstLogin: true)
        return .init(url: url, faults: reading.refusals.map(\.code.id))
    }
}
