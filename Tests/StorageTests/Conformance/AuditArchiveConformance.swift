import IdentityProvider
import Testing
import XMLSecurity

/// What every archive over both chains must do.
enum AuditArchiveConformance: String, CaseIterable, Sendable {
    case order = "Records of both chains come newest first, page by page"
    case filters = "Each filter keeps what it names and nothing else"
    case retention = "What is older goes behind a sealed checkpoint, and the chain goes on"
    case everything = "A chain that was emptied by retention goes on, too"
    case nothing = "Nothing older, nothing removed, no checkpoint"
    case signOns = "Who crossed stands once for each SP, with the last time; who was refused does not"
    case seal = "A seal of the end holds as long as the chain grows"

    func check(_ archive: any AuditArchive, ledger: any IssuanceLedger, trail: any AuditTrail) async throws {
        for number in 1...4 {
            let at = Sample.now.adding(seconds: Int64(number))
            try await ledger.append(Sample.entry(number, at: at))
            try await trail.append(Sample.refusal(number, at: at))
        }
        switch self {
        case .order: try await order(archive)
        case .filters: try await filters(archive)
        case .retention: try await retention(archive, ledger)
        case .everything: try await everything(archive, trail)
        case .signOns:
            let last = Sample.now.adding(seconds: 3)
            let crossed = SignOnSummary(account: "5e884898", serviceProvider: "https://sp.example", last: last)
            #expect(try await archive.signOns(since: Sample.now) == [crossed])
            #expect(try await archive.signOns(since: last) == [crossed])
            #expect(try await archive.signOns(since: last.adding(seconds: 1)).isEmpty)
        case .nothing:
            let key = Sample.sealingKey
            #expect(try await archive.retain(.ledger, since: Sample.now, with: key, at: Sample.now) == 0)
            #expect(try await archive.checkpoint(.ledger) == nil)
        case .seal:
            let seal = try await archive.seal(.trail, with: Sample.sealingKey, at: Sample.now)
            #expect(seal.sequence == 4 && Sample.sealingKey.holds(seal))
            try await trail.append(Sample.refusal(5))
            let verdict = try await archive.verify(.trail, with: Sample.sealingKey, against: [seal])
            #expect(verdict == .intact(entries: 5))
        }
    }

    private func order(_ archive: any AuditArchive) async throws {
        var query = AuditQuery()
        #expect(
            try await archive.records(query).compactMap(\.reference) == [
                "R-4", "T-4", "R-3", "T-3", "R-2", "T-2", "R-1", "T-1",
            ]
        )
        query.limit = 3
        query.offset = 3
        #expect(try await archive.records(query).compactMap(\.reference) == ["T-3", "R-2", "T-2"])
    }

    private func filters(_ archive: any AuditArchive) async throws {
        let at = Sample.now.adding(seconds: 3)
        let cases: [(String, WritableKeyPath<AuditQuery, String?>, String, [String])] = [
            ("account", \.account, "5e884898", ["T-4", "R-3", "T-3", "T-2", "R-1", "T-1"]),
            ("SP", \.serviceProvider, "https://sp.example", ["R-4", "R-3", "R-2", "R-1"]),
            ("code of an answer", \.code, "whitelist.account", ["R-4", "R-2"]),
            ("code of a refusal", \.code, "token.expired", ["T-4", "T-3", "T-2", "T-1"]),
            ("reference", \.reference, "T-2", ["T-2"]),
            ("assertion", \.message, "_assertion-3", ["R-3"]),
            ("response", \.message, "_response-2", ["R-2"]),
            ("nothing of the kind", \.reference, "' OR 1 --", []),
        ]
        for (name, path, value, references) in cases {
            var query = AuditQuery()
            query[keyPath: path] = value
            #expect(try await archive.records(query).compactMap(\.reference) == references, "\(name)")
        }
        for (kind, count) in [(AuditKind.issued, 2), (.answerRefused, 2), (.handOffRefused, 4), (.portal, 0)] {
            var query = AuditQuery()
            query.kind = kind
            let records = try await archive.records(query)
            #expect(records.count == count && records.allSatisfy { $0.kind == kind })
        }
        var query = AuditQuery()
        query.since = at
        #expect(try await archive.records(query).count == 4)
        query.until = Sample.now.adding(seconds: 4)
        #expect(try await archive.records(query).compactMap(\.reference) == ["R-3", "T-3"])
    }

    private func retention(_ archive: any AuditArchive, _ ledger: any IssuanceLedger) async throws {
        let key = Sample.sealingKey
        let end = Sample.now.adding(seconds: 3)
        #expect(try await archive.retain(.ledger, since: end, with: key, at: Sample.now) == 2)
        let checkpoint = try #require(try await archive.checkpoint(.ledger))
        #expect(checkpoint.sequence == 2 && key.holds(checkpoint))
        try await ledger.append(Sample.entry(5))
        #expect(try await archive.verify(.ledger, with: key, against: []) == .intact(entries: 3))
        let foreign = ChainSealKey(Secret("another"))
        #expect(try await archive.verify(.ledger, with: foreign, against: []) == .broken(at: 2, .checkpoint))
    }

    private func everything(_ archive: any AuditArchive, _ trail: any AuditTrail) async throws {
        let end = Sample.now.adding(seconds: 100)
        for round in 0..<2 {
            let removed = try await archive.retain(.trail, since: end, with: Sample.sealingKey, at: Sample.now)
            #expect(removed == (round == 0 ? 4 : 2))
            #expect(try await archive.verify(.trail, with: Sample.sealingKey, against: []) == .intact(entries: 0))
            for number in 5...6 { try await trail.append(Sample.refusal(number)) }
            #expect(try await archive.verify(.trail, with: Sample.sealingKey, against: []) == .intact(entries: 2))
        }
    }
}
