import Hummingbird
import SAML
import XMLSecurity

/// The pages of a logout.
enum LogoutPages {
    static func nobody() -> Response {
        page(Bilingual("Nobody is signed in here.", "当前没有登录的用户。"))
    }

    static func local() -> Response {
        page(
            Bilingual(
                "Signed out here. The IDP metadata names no SingleLogoutService, so the partner was not told.",
                "已在此处退出登录。IDP Metadata 未提供 SingleLogoutService，因此未通知伙伴。"
            )
        )
    }

    static func done(_ status: Status) -> Response {
        let isWhole = status == .success || (status.code == StatusCode.success.rawValue && status.detail == nil)
        let codes = [status.code, status.detail].compactMap(\.self).map { "<li>\(SimulationPage.escape($0))</li>" }
        return SimulationPage.html(
            .ok,
            "退出登录 Log out",
            SimulationPage.both(
                isWhole
                    ? Bilingual("Signed out here and at the partner.", "已在此处和伙伴处退出登录。")
                    : Bilingual("The partner did not end every session.", "伙伴未结束全部会话。")
            ) + "<ul>\(codes.joined())</ul>"
        )
    }

    /// The message as a form with a button.
    static func post(
        _ xml: [UInt8],
        as parameter: MessageParameter,
        to location: String,
        _ relayState: String?
    ) -> Response {
        var form = Form(to: location)
        form.hidden(parameter.rawValue, Base64.encode(xml))
        if let relayState { form.hidden("RelayState", relayState) }
        return SimulationPage.html(.ok, "退出登录 Log out", form.html(button: "继续 Continue"))
    }

    private static func page(_ text: Bilingual) -> Response {
        SimulationPage.html(.ok, "退出登录 Log out", SimulationPage.both(text))
    }
}
