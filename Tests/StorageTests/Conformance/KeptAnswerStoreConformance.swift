import IdentityProvider
import Onboarding
import Testing
import XMLSecurity

/// What every store of answers that are given again must do.
enum KeptAnswerStoreConformance: String, CaseIterable, Sendable {
    case again = "The same request gets the same answer, and another one is told apart"
    case running = "Of twenty at once one takes the key, and the others learn that it is at work"
    case released = "A key that was given back is taken anew; an answer is not given back"
    case over = "What is over is as if it had never been, and is forgotten"
    case persons = "Two operators with one key know nothing of each other"

    private static let key = KeptAnswerKey(person: 1, text: "key-1")
    private static let answer = KeptAnswer(status: 201, entityTag: "\"live.2\"", body: #"{"客户":"\u0000"}"#)
    private static let soon = Sample.now.adding(seconds: 60)

    func check(_ store: any KeptAnswerStore, _ housekeeping: any Housekeeping) async throws {
        switch self {
        case .again: try await Self.again(store)
        case .running: try await Self.running(store)
        case .released: try await Self.released(store)
        case .over: try await Self.over(store, housekeeping)
        case .persons: try await Self.persons(store)
        }
    }

    private static func take(
        _ store: any KeptAnswerStore,
        _ request: [UInt8] = [1],
        key: KeptAnswerKey = key,
        at now: Instant = Sample.now
    ) async throws -> KeptAnswerState {
        try await store.take(key, request: request, at: now, until: soon)
    }

    private static func again(_ store: any KeptAnswerStore) async throws {
        #expect(try await take(store) == .fresh)
        try await store.keep(answer, for: key, until: Sample.now.adding(seconds: 86_400))
        #expect(try await take(store) == .answered(answer))
        #expect(try await take(store, at: Sample.now.adding(seconds: 86_399)) == .answered(answer))
        #expect(try await take(store, [2]) == .another)
    }

    private static func running(_ store: any KeptAnswerStore) async throws {
        let states = try await withThrowingTaskGroup(of: KeptAnswerState.self) { group in
            for _ in 0..<20 { group.addTask { try await take(store) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(states.filter { $0 == .fresh }.count == 1 && states.filter { $0 == .running }.count == 19)
        #expect(try await take(store, [2]) == .another)
    }

    private static func released(_ store: any KeptAnswerStore) async throws {
        #expect(try await take(store) == .fresh)
        try await store.release(key)
        #expect(try await take(store, [2]) == .fresh)
        try await store.keep(answer, for: key, until: soon)
        try await store.release(key)
        #expect(try await take(store, [2]) == .answered(answer))
    }

    private static func over(_ store: any KeptAnswerStore, _ housekeeping: any Housekeeping) async throws {
        #expect(try await take(store) == .fresh)
        #expect(try await take(store, at: soon) == .fresh)
        try await store.keep(answer, for: key, until: soon)
        #expect(try await take(store, [2], at: soon) == .fresh)
        #expect(try await housekeeping.purge(before: soon) == 1)
        #expect(try await take(store) == .fresh)
    }

    private static func persons(_ store: any KeptAnswerStore) async throws {
        #expect(try await take(store) == .fresh)
        #expect(try await take(store, key: KeptAnswerKey(person: 2, text: "key-1")) == .fresh)
    }
}
