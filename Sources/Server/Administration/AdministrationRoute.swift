import HTTPTypes
import Onboarding

/// One operation of the API: where it is, who may ask for it, and what answers.
struct AdministrationRoute: Sendable {
    let method: HTTPRequest.Method
    /// The path with `{names}`, as the OpenAPI document writes it.
    let path: String
    /// What the token must allow; `nil` for every operator.
    let right: OperatorRight?
    /// The names of query parameters; others are refused.
    let query: Set<String>
    /// Whether an answer is kept for who asks again with the same `Idempotency-Key`.
    let isChange: Bool
    let answer: @Sendable (AdministrationRequest) async throws -> AdministrationAnswer

    static func get(
        _ path: String,
        _ right: OperatorRight?,
        query: Set<String> = [],
        _ answer: @escaping @Sendable (AdministrationRequest) async throws -> AdministrationAnswer
    ) -> AdministrationRoute {
        AdministrationRoute(method: .get, path: path, right: right, query: query, isChange: false, answer: answer)
    }

    static func post(
        _ path: String,
        _ right: OperatorRight?,
        isChange: Bool = true,
        _ answer: @escaping @Sendable (AdministrationRequest) async throws -> AdministrationAnswer
    ) -> AdministrationRoute {
        AdministrationRoute(method: .post, path: path, right: right, query: [], isChange: isChange, answer: answer)
    }

    /// The values of the `{names}` when a path is this one's; `nil` when it is another's.
    func match(_ path: [String]) -> [String: String]? {
        let template = self.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        guard template.count == path.count else { return nil }
        var values: [String: String] = [:]
        for (part, value) in zip(template, path) {
            if part.hasPrefix("{") {
                guard !value.isEmpty else { return nil }
                values[String(part.dropFirst().dropLast())] = value
            } else if part != value {
                return nil
            }
        }
        return values
    }
}
