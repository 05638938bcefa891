import Foundation
import HTTPTypes
import IdentityProvider
import Onboarding
import Testing
import Yams

@testable import Server

@Suite("Documentation/openapi.yaml says what the API is")
struct OpenAPITests {
    private typealias Object = [String: Any]

    private static let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]

    private let document: Object

    init() throws {
        let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Documentation/openapi.yaml")
        document = try #require(try Yams.load(yaml: String(contentsOf: url, encoding: .utf8)) as? Object)
    }

    /// Every operation as `GET /api/v1/...`, with the parameters of its address and its own.
    private func operations() throws -> [String: (operation: Object, parameters: [Object])] {
        var operations: [String: (Object, [Object])] = [:]
        for (path, value) in try #require(document["paths"] as? [String: Object]) {
            let shared = value["parameters"] as? [Object] ?? []
            for method in Self.methods {
                guard let operation = value[method] as? Object else { continue }
                let own = operation["parameters"] as? [Object] ?? []
                operations["\(method.uppercased()) \(path)"] = (operation, try (shared + own).map(resolved))
            }
        }
        return operations
    }

    private func resolved(_ object: Object) throws -> Object {
        guard let reference = object["$ref"] as? String else { return object }
        var place: Any? = document
        for part in reference.split(separator: "/").dropFirst() { place = (place as? Object)?[String(part)] }
        return try #require(place as? Object, "\(reference)")
    }

    @Test("It has every operation that there is, and no other")
    func routes() throws {
        #expect(try operations().keys.sorted() == AdministrationRoutes.operations.sorted())
        #expect(Set(AdministrationRoutes.operations).count == AdministrationRoutes.operations.count)
    }

    @Test("Each operation names its parameters, its key and the answers that it may give")
    func parameters() throws {
        let documented = try operations()
        for route in AdministrationRoutes.all {
            let name = "\(route.method.rawValue) \(route.path)"
            let (operation, parameters) = try #require(documented[name], "\(name)")
            func names(_ place: String) -> Set<String> {
                Set(parameters.filter { $0["in"] as? String == place }.compactMap { $0["name"] as? String })
            }
            #expect(names("query") == route.query, "\(name)")
            let inPath = Set(route.path.matches(of: /\{([a-z]+)\}/).map { String($0.1) })
            #expect(names("path") == inPath, "\(name)")
            #expect(names("header").contains("Idempotency-Key") == route.isChange, "\(name)")
            let statuses = Set((operation["responses"] as? Object ?? [:]).keys)
            #expect(statuses.isSuperset(of: ["401", "default"]), "\(name)")
            #expect(statuses.contains("403") == (route.path != "/api/v1/operator"), "\(name)")
            #expect(statuses.contains("413") == (route.method == .post), "\(name)")
            let summary = operation["summary"] as? String ?? ""
            #expect(summary.contains { !$0.isASCII }, "\(name)")
        }
    }

    @Test("Everything that is referred to is there, and nothing is there for nobody")
    func references() throws {
        let components = try #require(document["components"] as? [String: Object])
        let there = Set(
            components.filter { $0.key != "securitySchemes" }.flatMap { kind, members in
                members.keys.map { "#/components/\(kind)/\($0)" }
            }
        )
        #expect(Self.references(in: document) == there)
    }

    @Test("It names every kind of record, of entry, of state and of move")
    func words() throws {
        let components = try #require(document["components"] as? Object)
        let schemas = try #require(components["schemas"] as? [String: Object])
        let words: [(String, [String])] = [
            ("RecordKind", AuditKind.allCases.map(\.rawValue)), ("Kind", WhitelistKind.allCases.map(\.rawValue)),
            ("State", WhitelistState.allCases.map(\.rawValue)), ("Move", WhitelistMove.allCases.map(\.rawValue)),
        ]
        for (name, expected) in words { #expect(schemas[name]?["enum"] as? [String] == expected, "\(name)") }
    }

    private static func references(in value: Any) -> Set<String> {
        switch value {
        case let object as Object:
            let own = (object["$ref"] as? String).map { Set([$0]) } ?? []
            return object.values.reduce(into: own) { $0.formUnion(references(in: $1)) }
        case let list as [Any]: return list.reduce(into: []) { $0.formUnion(references(in: $1)) }
        default: return []
        }
    }
}
