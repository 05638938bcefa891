import Testing

@testable import JointDebug

@Suite("How the browser of the scenarios reads and sends forms")
struct BrowserFormTests {
    @Test("The form that posts is taken, not a search or a choice of language in front of it")
    func firstThatPosts() throws {
        let page = """
            <form method="get" action="/language"><input name="lang" value="zh"></form>
            <form action="?" method="post" name="f"><input name="AuthState" value="_1:a?b&amp;c"></form>
            <form action="/other" method="post"></form>
            """
        let form = try #require(SelfPostingForm(in: page))
        #expect(form.action == "?")
        #expect(form.field("AuthState") == "_1:a?b&c")
        #expect(form.fields.count == 1)
        #expect(SelfPostingForm(in: "<form action=\"/a\" method=\"post\">")?.action == "/a")
        #expect(SelfPostingForm(in: "<form action=\"/a\"></form>") == nil)
    }

    @Test(
        "A form's action is the page's, as far as it leaves out",
        arguments: [
            ("?", "http://127.0.0.1:9555/module.php/login.php?"),
            ("?step=2", "http://127.0.0.1:9555/module.php/login.php?step=2"),
            ("next.php", "http://127.0.0.1:9555/module.php/next.php"),
            ("/login", "http://127.0.0.1:9555/login"),
            ("https://idp.example.com/a?b=%2f", "https://idp.example.com/a?b=%2f"),
        ]
    )
    func action(_ action: String, leadsTo address: String) {
        let page = "http://127.0.0.1:9555/module.php/login.php?AuthState=_1%3A2"
        #expect(Browser.address(action, on: page) == address)
    }
}
