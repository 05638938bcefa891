import IdentityProvider
import Onboarding
import XMLSecurity

/// The ledger and the trail.
enum AuditRoutes {
    static let all: [AdministrationRoute] = [
        .get(
            "/api/v1/audit/records",
            .look,
            query: ["since", "until", "account", "service_provider", "code", "reference", "kind", "limit", "cursor"],
            records
        ), .get("/api/v1/audit/verification", .look, verification),
    ]

    private static func records(_ request: AdministrationRequest) async throws -> AdministrationAnswer {
        let fields = request.query
        var query = AuditQuery()
        query.since = try fields.time("since")
        // What is written while pages are turned would move them: every page ends where the first did.
        query.until = try fields.time("until") ?? Instant(milliseconds: request.now.milliseconds + 1)
        query.account = fields["account"].map { request.services.accountHash.hash($0) }
        query.serviceProvider = fields["service_provider"]
        query.code = fields["code"]
        query.reference = fields["reference"]
        query.kind = try fields.one(AuditKind.self, "kind")
        query.limit = try fields.limit()
        if let cursor = fields["cursor"] {
            let parts = try Cursor.place(cursor).split(separator: ".")
            guard parts.count == 2, let until = Int64(parts[0]), let offset = Int(parts[1]), offset >= 0 else {
                throw RequestFault.parameter("cursor")
            }
            query.until = Instant(milliseconds: until)
            query.offset = offset
        }
        let found = try await request.administration.archive.records(query)
        let end = query.until?.milliseconds ?? 0
        let next = found.count == query.limit ? Cursor.text("\(end).\(query.offset + found.count)") : nil
        let items = found.map(AuditRecordBody.init)
        return try AdministrationAnswer(PageBody(schema: AuditRecordBody.schema, items: items, next: next))
    }

    private struct Verdict: Encodable {
        let chain: String
        let intact: Bool
        var entries: Int?
        var brokenAt: Int64?
        var fault: String?
        let checkpoint: Int64?

        init(_ chain: AuditChain, _ verdict: ChainVerdict, _ seal: ChainSeal?) {
            self.chain = chain.rawValue
            checkpoint = seal?.sequence
            switch verdict {
            case .intact(let entries):
                intact = true
                self.entries = entries
            case .broken(let sequence, let fault):
                intact = false
                brokenAt = sequence
                self.fault = fault.rawValue
            }
        }
    }

    private static func verification(_ request: AdministrationRequest) async throws -> AdministrationAnswer {
        let (archive, key) = (request.administration.archive, request.administration.seal)
        var items: [Verdict] = []
        for chain in AuditChain.allCases {
            let verdict = try await archive.verify(chain, with: key, against: [])
            items.append(Verdict(chain, verdict, try await archive.checkpoint(chain)))
        }
        return try AdministrationAnswer(PageBody(schema: "drawbridge.audit-verdict.v1", items: items))
    }
}
