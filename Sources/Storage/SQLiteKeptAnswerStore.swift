import Foundation
import GRDB
public import Onboarding
public import XMLSecurity

/// Answers that are given again.
public struct SQLiteKeptAnswerStore: KeptAnswerStore {
    private let database: Database

    /// Makes the port.
    public init(_ database: Database) {
        self.database = database
    }

    /// Takes a key, or says what became of it.
    public func take(
        _ key: KeptAnswerKey,
        request: [UInt8],
        at now: Instant,
        until: Instant
    ) async throws -> KeptAnswerState {
        try await database.write { database in
            let row = try Row.fetchOne(
                database,
                sql: "SELECT request, answer FROM kept_answer WHERE operator = ? AND key = ? AND until > ?",
                arguments: [key.person, key.text, now.milliseconds]
            )
            guard let row else {
                try database.execute(
                    sql: """
                        INSERT OR REPLACE INTO kept_answer (operator, key, request, until) VALUES (?, ?, ?, ?)
                        """,
                    arguments: [key.person, key.text, Data(request), until.milliseconds]
                )
                return .fresh
            }
            guard row["request"] == Data(request) else { return .another }
            let answer: String? = row["answer"]
            guard let answer else { return .running }
            return .answered(try JSONDecoder().decode(KeptAnswer.self, from: Data(answer.utf8)))
        }
    }

    /// Keeps an answer.
    public func keep(_ answer: KeptAnswer, for key: KeptAnswerKey, until: Instant) async throws {
        try await database.write { database in
            try database.execute(
                sql: "UPDATE kept_answer SET answer = ?, until = ? WHERE operator = ? AND key = ?",
                arguments: [try HashChain.encode(answer), until.milliseconds, key.person, key.text]
            )
        }
    }

    /// Gives a key back.
    public func release(_ key: KeptAnswerKey) async throws {
        try await database.write { database in
            try database.execute(
                sql: "DELETE FROM kept_answer WHERE operator = ? AND key = ? AND answer IS NULL",
                arguments: [key.person, key.text]
            )
        }
    }
}
