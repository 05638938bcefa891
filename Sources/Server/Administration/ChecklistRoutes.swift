import Onboarding
import XMLSecurity

/// The rules of the checklist, and the runs that were kept, as what they are worth today; a run is made by `drawbridge
/// checklist run`, which sees the machine.
enum ChecklistRoutes {
    static let all: [AdministrationRoute] = [
        .get("/api/v1/checklist/rules", .look, rules),
        .get("/api/v1/checklist/runs", .look, query: ["stage", "limit", "cursor"], runs),
        .get("/api/v1/checklist/runs/{number}", .look, run),
    ]

    private static func rules(_ request: AdministrationRequest) async throws -> AdministrationAnswer {
        try AdministrationAnswer(
            PageBody(schema: "drawbridge.checklist-rules.v1", items: ChecklistRule.all.map(ChecklistRuleBody.init))
        )
    }

    private static func runs(_ request: AdministrationRequest) async throws -> AdministrationAnswer {
        let limit = try request.query.limit()
        let found = try await request.administration.checklist.runs(
            of: try request.query.one(ChecklistStage.self, "stage"),
            before: try Cursor.number(request.query["cursor"]),
            limit: limit
        )
        let present = try await request.administration.surrounding()
        let next = found.count == limit ? found.last.map { Cursor.text(String($0.number)) } : nil
        return try AdministrationAnswer(
            PageBody(
                schema: "drawbridge.checklist-runs.v1",
                items: found.map { number, run in
                    ChecklistRunBody(
                        run,
                        seen: run.seen(under: present, at: request.now),
                        number: number,
                        isWhole: false
                    )
                },
                next: next
            )
        )
    }

    private static func run(_ request: AdministrationRequest) async throws -> AdministrationAnswer {
        let number = try request.number("number")
        let found = try await request.administration.checklist.runs(of: nil, before: number + 1, limit: 1).first
        guard let found, found.number == number else { throw RequestFault.notFound }
        let seen = found.run.seen(under: try await request.administration.surrounding(), at: request.now)
        return try AdministrationAnswer(ChecklistRunBody(found.run, seen: seen, number: number, isWhole: true))
    }
}
