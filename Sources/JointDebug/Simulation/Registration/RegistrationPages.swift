import HuaweiCloud
import Hummingbird
import SAML
import XMLSecurity

/// The pages of an upload.
enum RegistrationPages {
    static func upload() -> Response {
        var form = Form(to: "/simulation/registrations", isUpload: true)
        form.text("xAccountType", "伙伴平台标识 xAccountType")
        form.file("file", "IDP Metadata.xml")
        form.area("pasted", "或粘贴 or pasted")
        form.text("notify", "关联结果通知 URL Notification URL", isRequired: false)
        form.choice(
            "channel",
            "通知方式 Carried by",
            NotificationSetting.Channel.allCases.map(\.rawValue),
            chosen: NotificationSetting.Channel.browser.rawValue
        )
        return SimulationPage.html(
            .ok,
            "上传 IDP Metadata Upload IDP metadata",
            form.html(button: "上传 Upload") + ControlPages.back
        )
    }

    static func outcome(_ upload: MetadataImport) -> Response {
        guard let registration = upload.registration else {
            return SimulationPage.html(
                .unprocessableContent,
                "未导入 Not imported",
                upload.refusals.map(RefusalPage.section).joined() + FindingList.html(upload.findings)
                    + ControlPages.back
            )
        }
        let rows = [
            ["xAccountType", registration.platformID.value], ["entityID", registration.identityProvider.entityID],
            ["首个证书 first certificate", registration.certificate.fingerprint],
            ["有效期至 valid until", registration.certificate.notAfter.xsDateTime],
            ["首个 SingleSignOnService first", registration.singleSignOnService.location],
            ["通知 notification", registration.notification.url ?? "-"],
        ]
        return SimulationPage.html(
            .ok,
            "已导入 Imported",
            Table.html(rows) + FindingList.html(upload.findings) + ControlPages.back
        )
    }
}
