import HTTPTypes
import Hummingbird
import Onboarding
import XMLSecurity

/// One request to the API, after its sender was proved.
struct AdministrationRequest: Sendable {
    let services: Services
    let administration: Administration
    let headers: HTTPFields
    let path: [String: String]
    let query: QueryFields
    let body: [UInt8]
    let person: Operator
    let now: Instant

    private static let approver = HTTPField.Name("Drawbridge-Approver")

    /// The stage that the path names.
    func stage() throws -> Stage {
        guard let stage = path["stage"].flatMap(Stage.init), stage != .closed else { throw RequestFault.notFound }
        return stage
    }

    /// The number that the path names.
    func number(_ name: String) throws -> Int64 {
        // One way to write a number: what is cached and logged by address is one thing. Those that follow a number are
        // asked for, too, so the last one there is belongs to nothing.
        guard let text = path[name], let number = Int64(text), (1..<Int64.max).contains(number), "\(number)" == text
        else {
            throw RequestFault.notFound
        }
        return number
    }

    /// The members of the body, of these names and no others.
    func fields(_ known: Set<String>) throws -> JSONFields {
        let type = headers[.contentType] ?? ""
        guard type.prefix(while: { $0 != ";" }).lowercased() == "application/json" else {
            throw RequestFault.mediaType(type)
        }
        return try JSONFields(JSONValue(body), known)
    }

    /// The second person, who agrees to what this one asks for.
    func approvers() async throws -> [Operator] {
        guard let name = Self.approver, let value = headers[name] else { return [] }
        let token = try BearerToken.read(value)
        return [try await administration.operators.prove(token, for: .widen, at: now)]
    }

    /// The revision that `If-Match` says was looked at.
    ///
    /// - Parameters:
    ///   - stage: the stage that is changed.
    ///   - isNeeded: whether the request makes no sense without.
    /// - Returns: the revision; `nil` for `*`, and where nothing is said and nothing needs to be.
    /// - Throws: ``RequestFault`` or the conflict.
    func seen(_ stage: Stage, isNeeded: Bool) throws -> Int64? {
        guard let text = headers[.ifMatch] else {
            if isNeeded { throw RequestFault.preconditionMissing }
            return nil
        }
        guard text != "*" else { return nil }
        let tag = try EntityTag(text)
        // The tag of another stage is never this one's.
        guard tag.stage == stage else { throw WhitelistRefusal(.conflict, text) }
        return tag.revision
    }
}
