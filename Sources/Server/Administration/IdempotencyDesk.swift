import HTTPTypes
import Hummingbird
import Onboarding
import XMLSecurity

/// Gives who repeats a request with its `Idempotency-Key` the answer that was given before.
///
/// Only what was done is kept: of a request that was refused nothing came, and the same again is judged again.
struct IdempotencyDesk: Sendable {
    /// Seconds for which an answer is kept.
    private static let day: Int64 = 86_400
    /// Seconds after which a request that never came to its end, for the machine went down, may be made again.
    private static let patience: Int64 = 60
    private static let longestKey = 128
    private static let name = HTTPField.Name("Idempotency-Key")
    private static let replayed = HTTPField.Name("Idempotency-Replayed")

    private let answers: any KeptAnswerStore
    private let work: AdministrationRequest

    init(_ answers: any KeptAnswerStore, _ work: AdministrationRequest) {
        self.answers = answers
        self.work = work
    }

    func answer(_ request: Request, _ route: AdministrationRoute) async throws -> Response {
        guard let key = try key() else { return try await route.answer(work).response() }
        let taken = try await answers.take(
            key,
            request: fingerprint(request),
            at: work.now,
            until: work.now.adding(seconds: Self.patience)
        )
        switch taken {
        case .fresh: return try await first(route, key)
        case .running: throw RequestFault.keyAtWork
        case .another: throw RequestFault.keyOfAnother
        case .answered(let kept):
            var more = HTTPFields()
            if let name = Self.replayed { more[name] = "true" }
            return AdministrationAnswer(kept).response(more)
        }
    }

    private func first(_ route: AdministrationRoute, _ key: KeptAnswerKey) async throws -> Response {
        do {
            let answer = try await route.answer(work)
            try await answers.keep(answer.kept, for: key, until: work.now.adding(seconds: Self.day))
            return answer.response()
        } catch {
            try await answers.release(key)
            throw error
        }
    }

    private func key() throws -> KeptAnswerKey? {
        guard let name = Self.name, let text = work.headers[name] else { return nil }
        let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        guard isPlain, (1...Self.longestKey).contains(text.utf8.count) else {
            throw RequestFault.header("Idempotency-Key")
        }
        return KeptAnswerKey(person: work.person.id, text: text)
    }

    private func fingerprint(_ request: Request) -> [UInt8] {
        Digest.sha256(Array("\(request.method.rawValue)\n\(request.uri.string)\n".utf8) + work.body)
    }
}
