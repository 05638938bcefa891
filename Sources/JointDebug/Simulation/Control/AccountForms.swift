/// The forms for accounts on the overview.
enum AccountForms {
    static var html: String {
        var account = Form(to: "/simulation/accounts")
        account.text("domain_name", "账号名 Account name")
        var unbind = Form(to: "/simulation/unbind")
        unbind.text("xAccountId", "xAccountId")
        return account.html(button: "新建未绑定账号 Make an unbound account")
            + unbind.html(button: "解绑 Unbind")
    }
}
