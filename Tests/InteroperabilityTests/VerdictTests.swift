import Foundation
import SAML
import TestSupport
import Testing
import XMLSecurity

@Suite("Drawbridge, Lasso and pysaml2 judge the same responses", .ownThread)
struct VerdictTests {
    @Test("At least sixty documents get the same verdict, or the disagreement is known with who is right")
    func verdicts() async throws {
        let stage = try VerdictStage()
        let documents = try await Self.documents(stage)
        #expect(documents.count >= 60)
        let encoded = documents.mapValues { Base64.encode($0) }
        let lasso = try await PeerPython.run("lasso_verdicts.py", stage.job(["documents": encoded]))
        let pysaml2 = try await PeerPython.run("pysaml2_verdicts.py", stage.job(["documents": encoded]))
        var met: Set<Disagreement.Key> = []
        for (name, document) in documents.sorted(by: { $0.key < $1.key }) {
            let own = try stage.judge(document)
            for (peer, answers) in [("Lasso", lasso), ("pysaml2", pysaml2)] {
                let answer = try #require(answers[name] as? String, "\(peer) says nothing of \(name)")
                guard (own == "accepted") != (answer == "accepted") else { continue }
                let key = Disagreement.Key(peer: peer, document: name)
                let isKnown = Disagreement.known.contains { $0.key == key && $0.accepts == (answer == "accepted") }
                #expect(isKnown, "\(name): we say \(own), \(peer) says \(answer)")
                met.insert(key)
            }
        }
        let gone = Set(Disagreement.known.map(\.key)).subtracting(met)
        #expect(gone.isEmpty, "they agree now: \(gone)")
    }

    @Test("What was written to be accepted we accept, and what was written to be refused we refuse")
    func own() throws {
        let stage = try VerdictStage()
        for response in ResponseCase.accepted + ResponseCase.refused {
            let verdict = try stage.judge(response.document(at: stage.now))
            #expect((verdict == "accepted") == response.codes.isEmpty, "\(response.name): \(verdict)")
        }
    }

    @Test("Documentation/interoperability.md has every disagreement, and no other")
    func documentation() throws {
        let path = PeerPython.root.appending(path: "Documentation/interoperability.md")
        let text = try String(contentsOf: path, encoding: .utf8)
        let rows = text.split(separator: "\n").filter { $0.contains("| Lasso |") || $0.contains("| pysaml2 |") }
        let known = Disagreement.known.map(\.row)
        #expect(rows.map(String.init) == known, "\(known.joined(separator: "\n"))")
    }

    private static func documents(_ stage: VerdictStage) async throws -> [String: [UInt8]] {
        var documents: [String: [UInt8]] = [:]
        for response in ResponseCase.accepted + ResponseCase.refused {
            documents[response.name] = try response.document(at: stage.now)
        }
        for method in [SignatureAlgorithm.rsaSHA256, .rsaSHA512] {
            documents["samlsign: \(method.digest)"] = try stage.signedBySamlsign(method)
        }
        documents["encrypted, signed inside"] = try stage.encrypted(signed: true)
        documents["encrypted, signed by nobody"] = try stage.encrypted(signed: false)
        for (name, document) in try await PeerPython.run("make_responses.py", stage.job()) {
            let text = try #require(document as? String)
            let bytes: [UInt8] = try #require(Base64.decode(text.utf8, allowingLineBreaks: true))
            documents[name] = bytes
        }
        return documents
    }
}
