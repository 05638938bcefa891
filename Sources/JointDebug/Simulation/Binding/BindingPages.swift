import HTTPTypes
import Hummingbird
import SAML

/// The pages that ask a customer for an account (huawei-cloud.md 3.6).
enum BindingPages {
    static func choice(
        _ arrival: Arrival,
        ticket: String,
        name: String? = nil,
        problem: Bilingual? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        var new = Form(to: BindingController.path + "/new")
        new.hidden("ticket", ticket)
        new.text("domain_name", "华为云账号名 Account name", value: name ?? arrival.value("name") ?? "")
        var existing = Form(to: BindingController.path + "/existing")
        existing.hidden("ticket", ticket)
        existing.text("domain_name", "华为云账号名 Account name", value: name ?? "")
        return SimulationPage.html(
            status,
            "绑定华为云账号 Bind a HUAWEI CLOUD account",
            (problem.map { "<div role=\"alert\">\(SimulationPage.both($0))</div>" } ?? "")
                + "<h2>新建账号 New account</h2>" + new.html(button: "新建并绑定 Create and bind")
                + "<h2>已有账号 Existing account</h2>" + existing.html(button: "绑定 Bind")
                + Table.html(arrival.attributes.map { [$0.name, $0.values.joined(separator: ", ")] })
        )
    }

    /// The account is bound, and the browser carries the news to the partner.
    static func done(_ customer: SimulatedCustomer, _ carried: BrowserNotification, goOn url: String) -> Response {
        SimulationPage.html(
            .ok,
            "绑定成功 Bound",
            "<p>\(SimulationPage.escape(customer.domainName))</p>" + carried.html
                + "<p><a href=\"\(SimulationPage.escape(url))\">进入控制台 Go to the console</a></p>"
        )
    }

    static func gone() -> Response {
        SimulationPage.html(
            .gone,
            "页面已失效 Page no longer valid",
            SimulationPage.both(Bilingual("Come again through the login link.", "请从登录链接重新进入。"))
        )
    }
}
