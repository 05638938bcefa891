import Attacks
import SAML
import XMLSecurity

/// A reader of redirects as one finds them in advisories, with defences that can be left out.
struct WeakQuery {
    let material: AttackMaterial
    let skipped: Set<LiveQuery.Defence>

    private func hold(_ defence: LiveQuery.Defence, _ isHeld: Bool) throws {
        guard isHeld || skipped.contains(defence) else { throw Refused("\(defence)") }
    }

    /// Where it would send the answer.
    func address(_ query: String) throws -> String {
        try hold(.size, query.utf8.count <= 16 * 1024)
        let fields = try fields(query)
        try hold(.alone, fields["SAMLResponse"] == nil)
        let used = fields.mapValues { skipped.contains(.onceUsesFirst) ? $0[0] : $0[$0.count - 1] }
        // The other one is verified; a reader that leaves nothing out has one of each.
        let verified = fields.mapValues { skipped.contains(.onceUsesLast) ? $0[0] : $0[$0.count - 1] }
        guard let request = used["SAMLRequest"] else { throw Refused("no request") }
        try hold(.encoding, used["SAMLEncoding"] == nil)
        let state = Self.decoded(used["RelayState"] ?? "")
        try hold(.size, state.count <= 2048)
        try hold(.characters, !state.contains(0))
        let xml = try inflated(Base64.decode(Self.decoded(request)) ?? [])
        let root = try XMLDocument(parsing: xml, limits: .metadata).root
        try verify(root, verified)
        return try judge(root)
    }

    private func fields(_ query: String) throws -> [String: [String]] {
        var fields: [String: [String]] = [:]
        for field in query.split(separator: "&") {
            let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            var name = String(parts[0])
            if skipped.contains(.literalNames) {
                name = String(
                    decoding: Self.decoded(name).filter { $0 > 0x20 && $0 != 0x5B && $0 != 0x5D },
                    as: UTF8.self
                )
                if name == "samlrequest" { name = "SAMLRequest" }
            }
            fields[name, default: []].append(parts.count > 1 ? String(parts[1]) : "")
        }
        let isOnce = fields.values.allSatisfy { $0.count == 1 }
        guard isOnce || skipped.contains(.onceUsesFirst) || skipped.contains(.onceUsesLast) else {
            throw Refused("twice")
        }
        let known: Set = ["SAMLRequest", "SAMLResponse", "RelayState", "SigAlg", "Signature", "SAMLEncoding", "x"]
        try hold(.literalNames, fields.keys.allSatisfy { known.contains($0) })
        return fields
    }

    private func verify(_ root: XMLElement, _ fields: [String: String]) throws {
        let hasEmbedded = WeakDocument.below(root).contains { $0.is(dsig("Signature")) }
        if hasEmbedded {
            try hold(.noEmbedded, false)
            let document = WeakDocument(root)
            let key = material.signer.certificate.publicKey
            _ = try WeakSignature(document: document, octets: [], key: key, skipped: [.scope]).covered()
            return
        }
        try hold(.pair, (fields["SigAlg"] == nil) == (fields["Signature"] == nil))
        guard let signature = fields["Signature"] else { return try hold(.presence, false) }
        let algorithm = String(decoding: Self.decoded(fields["SigAlg"] ?? ""), as: UTF8.self)
        try hold(.algorithms, SignaturePolicy.strict.signatures.contains { $0.rawValue == algorithm })
        let value = Base64.decode(Self.decoded(signature)) ?? []
        let key = material.signer.certificate.publicKey
        try hold(.value, candidates(fields).contains { key.verify(value, of: Array($0.utf8), with: .rsaSHA256) })
    }

    // What may have been signed, as far as this reader cares.
    private func candidates(_ fields: [String: String]) throws -> [String] {
        var requests = [fields["SAMLRequest"] ?? ""]
        if skipped.contains(.request) { requests = [try Self.honest(material)["SAMLRequest"] ?? ""] }
        var states: [String?] = [fields["RelayState"]]
        if skipped.contains(.relayState) { states += [nil, "relay%3astate", "a%26Signature%3dAAAA"] }
        var algorithms = [fields["SigAlg"] ?? ""]
        if skipped.contains(.algorithms) { algorithms += [try Self.honest(material)["SigAlg"] ?? ""] }
        var found: [String] = []
        for request in requests {
            for state in states {
                for algorithm in algorithms {
                    var values = [("SAMLRequest", request), ("SigAlg", algorithm)]
                    if let state { values.insert(("RelayState", state), at: 1) }
                    if skipped.contains(.octets) { values = values.map { ($0, Self.encodedAgain($1)) } }
                    found.append(values.map { $0 + "=" + $1 }.joined(separator: "&"))
                }
            }
        }
        return found
    }

    private static func honest(_ material: AttackMaterial) throws -> [String: String] {
        let query = String(decoding: try material.validMessage(.requestQuery), as: UTF8.self)
        return try WeakQuery(material: material, skipped: []).fields(query).mapValues { $0[0] }
    }

    private static func encodedAgain(_ value: String) -> String {
        PercentEncoding.encode(String(decoding: decoded(value), as: UTF8.self), .lower)
    }

    private func inflated(_ octets: [UInt8]) throws -> [UInt8] {
        if skipped.contains(.trailing) {
            // A lenient inflater stops where the data ends.
            for end in stride(from: octets.count, to: 0, by: -1) {
                if let xml = try? Deflate.inflate(Array(octets[..<end]), limit: 128 * 1024) { return xml }
            }
        }
        guard skipped.contains(.size) else { return try Deflate.inflate(octets, limit: 128 * 1024) }
        var xml = try Deflate.inflate(octets, limit: 64 << 20)
        while xml.last == 0x20 { xml.removeLast() }
        return xml
    }

    static func decoded(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                rest = rest.dropFirst(2)
                bytes.append(value)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
            }
        }
        return bytes
    }

    private func judge(_ root: XMLElement) throws -> String {
        try hold(.destination, root.attribute("Destination") == material.singleSignOnURL)
        try hold(.issuer, root.child(saml("Issuer"))?.text == material.serviceProvider)
        let made = Instant(xsDateTime: root.attribute("IssueInstant") ?? "")
        try hold(.time, made.map { abs($0.seconds(since: material.instant)) < 480 } ?? false)
        if let index = root.attribute("AssertionConsumerServiceIndex") {
            try hold(.schema, UInt16(index) != nil)
            try hold(.service, index == "0")
            return LiveQuery.index
        }
        let found = root.attribute("AssertionConsumerServiceURL") ?? ""
        let registered = material.assertionConsumerService
        let isTaken =
            found == registered || LiveService.all.contains { $0.address == found && $0.takes(found, registered) }
        try hold(.service, found == registered)
        guard isTaken else { throw Refused("no comparison takes it") }
        return found
    }
}
