import SAML

/// The browser brings the request to the identity provider, and follows it as far as its own pages lead.
enum SendRequest: ScenarioAction {
    static let name = "send-request"
    static let title = Bilingual("The identity provider answers the request", "身份提供商应答请求")
    static let parameters: Set<String> = []
    static let expectations: Set = ["refused", "answer", "status"]

    /// An identity provider's own redirects and sign-in pages; more is a loop.
    private static let mostHops = 12

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        let answer = try await send(step, &play)
        play.answer = answer
        return try judge(answer, step, play)
    }

    private static func send(_ step: StepInput, _ play: inout Play) async throws -> IdentityProviderAnswer {
        guard let request = play.request else { throw StepFailure("There is no request yet", "尚无请求") }
        let origin = play.stage.simulation.entityID
        var exchange =
            if let form = request.form {
                try await play.submit(form, to: request.url, from: origin)
            } else {
                try await play.open(request.url, from: origin)
            }
        var hasSignedIn = false
        for _ in 0..<mostHops {
            if let next = exchange.redirect, isSameSite(next, as: request.url) {
                exchange = try await play.open(absolute(next, from: request.url))
            } else if !hasSignedIn, let fields = try await signIn(exchange, play) {
                hasSignedIn = true
                exchange = try await play.submit(fields.form, to: fields.url, from: exchange.url)
            } else {
                break
            }
        }
        return IdentityProviderAnswer(exchange)
    }

    private static func isSameSite(_ url: String, as other: String) -> Bool {
        url.hasPrefix("/") || (try? WebAddress(url))?.origin == (try? WebAddress(other))?.origin
    }

    private static func absolute(_ url: String, from other: String) -> String {
        url.hasPrefix("/") ? ((try? WebAddress(other))?.origin ?? "") + url : url
    }

    private static func signIn(
        _ exchange: WebExchange,
        _ play: Play
    ) async throws -> (form: [(String, String)], url: String)? {
        guard exchange.status == 200, let page = SelfPostingForm(in: exchange.text), page.field("SAMLResponse") == nil
        else { return nil }
        let url = page.action.isEmpty ? exchange.url : absolute(page.action, from: exchange.url)
        switch play.stage.identityProvider.login {
        case .form(let form):
            guard page.field(form.userField) != nil, page.field(form.passwordField) != nil else { return nil }
            return (form.filled(page.fields), url)
        case .command(let command): return (try await command(exchange), url)
        case .handOff, .none: return nil
        }
    }

    static func judge(
        _ answer: IdentityProviderAnswer,
        _ step: StepInput,
        _ play: Play
    ) throws -> [StepFact] {
        if step.expected["refused"] != nil { return try refused(answer, step, play) }
        if let status = step.expected["status"] {
            guard case .response(_, let xml, let codes) = answer else { throw unexpected(answer, "a Response") }
            guard codes.contains(status) else {
                throw StepFailure(
                    "The status is \(codes.joined(separator: "/")), not \(status)",
                    "状态为 \(codes.joined(separator: "/"))，应为 \(status)",
                    message: MarkedMessage.text(of: xml, marking: ["/samlp:Response/samlp:Status"])
                )
            }
            return [StepFact("status", "状态", codes.joined(separator: "/"))]
        }
        switch (step.expected["answer"] ?? "response", answer) {
        case ("response", .response) where answer.isSuccess: break
        case ("portal", .portal), ("page", .page): break
        case (let wanted, _): throw unexpected(answer, wanted)
        }
        return [StepFact("answer", "应答", answer.text[play.stage.language])]
    }

    // Another identity provider refuses as it likes, as long as nobody gets a Response that says Success.
    private static func refused(
        _ answer: IdentityProviderAnswer,
        _ step: StepInput,
        _ play: Play
    ) throws -> [StepFact] {
        if play.stage.identityProvider.drawbridge == nil {
            guard !answer.isSuccess else {
                throw StepFailure(
                    "The identity provider answered what it must refuse (\(step.expected["refused"] ?? ""))",
                    "身份提供商应答了本应拒绝的请求（\(step.expected["refused"] ?? "")）"
                )
            }
            return [StepFact("refused", "已拒绝", answer.text[play.stage.language])]
        }
        guard case .refused(let exchange) = answer else { throw unexpected(answer, "a refusal") }
        return try Expect.refused(exchange, step, play)
    }

    private static func unexpected(_ answer: IdentityProviderAnswer, _ wanted: String) -> StepFailure {
        let message: String? =
            switch answer {
            case .response(_, let xml, _): MarkedMessage.text(of: xml, marking: [])
            case .page(let exchange), .refused(let exchange): exchange.readableText
            case .portal: nil
            }
        return StepFailure(
            "The answer is \(answer.text.en), not \(wanted)",
            "应答是\(answer.text.zh)，而不是 \(wanted)",
            message: message
        )
    }
}

extension LoginHook.SignInForm {
    fileprivate func filled(_ fields: [(String, String)]) -> [(String, String)] {
        fields.map { name, value in
            switch name {
            case userField: (name, user)
            case passwordField: (name, password)
            default: (name, value)
            }
        }
    }
}
