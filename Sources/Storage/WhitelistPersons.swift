import GRDB
import Onboarding

/// The persons of the whitelists by their numbers.
///
/// They are as few as the operators of an installation, and are read once in a transaction.
final class WhitelistPersons {
    private let database: GRDB.Database
    private var persons: [Int64: WhitelistPerson] = [:]
    private var numbers: [WhitelistPerson: Int64] = [:]

    init(_ database: GRDB.Database) throws {
        self.database = database
        let rows = try Row.fetchCursor(database, sql: "SELECT id, name, is_proved, system_user FROM whitelist_person")
        while let row = try rows.next() {
            let user: String = row["system_user"]
            keep(try Self.person(row["name"], row["is_proved"], user.isEmpty ? nil : user), row["id"])
        }
    }

    private static func person(_ name: String, _ isProved: Bool, _ user: String?) throws -> WhitelistPerson {
        do {
            return try WhitelistPerson(name, isProved: isProved, systemUser: user)
        } catch {
            throw WhitelistSubjectRow.damage
        }
    }

    private func keep(_ person: WhitelistPerson, _ number: Int64) {
        persons[number] = person
        numbers[person] = number
    }

    func person(_ number: Int64) throws -> WhitelistPerson {
        guard let person = persons[number] else { throw WhitelistSubjectRow.damage }
        return person
    }

    /// Persons of a column such as `3,7`.
    func list(_ text: String) throws -> [WhitelistPerson] {
        try text.split(separator: ",").map { part in
            guard let number = Int64(part) else { throw WhitelistSubjectRow.damage }
            return try person(number)
        }
    }

    func number(_ person: WhitelistPerson) throws -> Int64 {
        if let number = numbers[person] { return number }
        try database.execute(
            sql: "INSERT INTO whitelist_person (name, is_proved, system_user) VALUES (?, ?, ?)",
            arguments: [person.name, person.isProved, person.systemUser ?? ""]
        )
        let number = database.lastInsertedRowID
        keep(person, number)
        return number
    }

    func text(_ persons: [WhitelistPerson]) throws -> String {
        try persons.map { String(try number($0)) }.joined(separator: ",")
    }
}
