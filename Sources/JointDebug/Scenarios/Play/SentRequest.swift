/// A request on its way: what the browser opens or posts, and what the answer must fit.
struct SentRequest {
    let id: String
    let relayState: String?
    let url: String
    /// The fields, when it goes by POST.
    let form: [(String, String)]?
    /// Whether the login host sent it, so that its consumer expects the answer.
    let isFromLoginHost: Bool
}
