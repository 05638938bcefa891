/// A step that is given some options of its action, and what must come before it.
struct ScenarioOption: Sendable {
    /// What a customer has done before.
    enum Before: String, Sendable {
        case nothing, handedOver, asked, answered, crossed, binding, bound, waiting, notified

        /// The steps in a scenario file.
        var steps: [String] {
            let bound = "{ do: hand-over, with: { first-login: \"false\" } }"
            let first = "{ do: hand-over, with: { first-login: \"true\" } }"
            let link = "{ do: open-login-link }"
            let send = "{ do: send-request }"
            let binding = [first, link, send, "{ do: post-response, expect: { lands: binding } }"]
            return switch self {
            case .nothing: []
            case .handedOver: ["{ do: given-account }", bound]
            case .asked: ["{ do: given-account }", bound, "{ do: make-request }"]
            case .answered: ["{ do: given-account }", bound, link, send]
            case .crossed: ["{ do: given-account }", "{ do: cross, with: { first-login: \"false\" } }"]
            case .binding: binding
            case .bound: binding + ["{ do: bind }"]
            case .waiting: ["{ do: make-request }", "{ do: send-request, expect: { answer: portal } }"]
            case .notified: [first, "{ do: notify }"]
            }
        }
    }

    let before: Before
    /// The step: what it does and with what, as a scenario file has it.
    let step: String

    init(_ before: Before, _ step: String) {
        self.before = before
        self.step = step
    }
}
