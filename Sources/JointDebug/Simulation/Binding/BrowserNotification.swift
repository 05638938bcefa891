/// A notification that the customer's browser carries: by a form as the documentation has it, or by a redirect with a
/// query, as the binding pages are said to (huawei-cloud.md 5).
struct BrowserNotification: Sendable {
    let url: String
    let notification: SimulatedNotification

    /// The address with the notification in its query.
    var redirect: String { url + (url.contains("?") ? "&" : "?") + notification.form }

    /// A form with a button, and the link.
    var html: String {
        var form = Form(to: url)
        form.hidden("bindRequest", notification.bindRequest)
        form.hidden("SigAlg", notification.sigAlg)
        form.hidden("Signature", notification.signature)
        return form.html(button: "通知伙伴 Tell the partner")
            + "<p><a href=\"\(SimulationPage.escape(redirect))\">以重定向方式通知 Tell the partner by redirect</a></p>"
    }
}
