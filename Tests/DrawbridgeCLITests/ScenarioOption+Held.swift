// Options that no scenario of the program uses; each of these steps holds.
extension ScenarioOption {
    static let held: [ScenarioOption] = [
        .init(
            .nothing,
            "do: hand-over, with: { account-name: \"n-{number}\", life: \"30\", without-optional: \"true\" }"
        ),
        .init(.nothing, "do: hand-over, with: { age: \"600\" }, expect: { page: token.expired }"),
        .init(
            .handedOver,
            "do: open-login-link, with: { link: \"{sp}authui/saml/login?xAccountType=nobody\" }, "
                + "expect: { refused: login-link.platform-id }"
        ),
        .init(
            .handedOver,
            "do: open-login-link, with: { link: \"{sp}authui/saml/login?xAccountType=nobody\" }, "
                + "expect: { page: xAccountType }"
        ),
        .init(
            .nothing,
            "do: make-request, with: { authn-context: \"urn:oasis:names:tc:SAML:2.0:ac:classes:Password\", "
                + "comparison: minimum, sp-name-qualifier: \"{sp}\", subject: \"{user}\", "
                + "protocol-binding: \"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\" }"
        ),
        .init(
            .waiting,
            "do: sign-in, with: { account: \"other-{number}\", user: \"another-{number}\", first-login: \"true\" }, "
                + "expect: { answer: response }"
        ),
        .init(.waiting, "do: sign-in, expect: { status: Success }"),
        .init(
            .answered,
            "do: check-response, expect: { attribute.bpId: present, authn-context: PasswordProtectedTransport }"
        ),
        .init(.answered, "do: post-response, with: { relay-state: other }, expect: { page: RelayState }"),
        .init(.binding, "do: bind, with: { carry: \"false\" }"),
        .init(.binding, "do: bind, with: { fault: wrong-key }, expect: { refused: association.signature }"),
        .init(.bound, "do: unbind, with: { carry: \"false\" }"),
        .init(.bound, "do: unbind, with: { fault: wrong-key }, expect: { refused: association.signature }"),
        .init(
            .nothing,
            "do: notify, with: { action: unbind, domain: \"d-{number}\", domain-id: \"i-{number}\" }, "
                + "expect: { status: \"200\" }"
        ),
        .init(.nothing, "do: notify, with: { over: decoded-json }, expect: { refused: association.signature }"),
        .init(.notified, "do: notify, with: { again: \"true\" }, expect: { page: \"</html>\" }"),
        .init(.crossed, "do: log-out, with: { session-index: \"_other\" }"),
        .init(.crossed, "do: log-out, with: { name: \"_nobody\" }"),
        .init(.nothing, "do: new-browser, with: { account: \"other-{number}\" }"),
        .init(.nothing, "do: open-page, with: { url: \"{base}/healthz\" }, expect: { page: ok }"),
        .init(
            .nothing,
            "do: drawbridge, with: { run: keys list --format json }, "
                + "expect: { status: \"0\", says: items, says-not: elsewhere }"
        ),
    ]
}
