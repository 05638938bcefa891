import Foundation
import Onboarding
import XMLSecurity

/// What the results in a bundle rest on, read from its `run.json`: the files that must be in it.
struct BundledResults: Decodable {
    private struct Item: Decodable {
        let rule: String
        let evidence: [ChecklistFact]

        func fact(_ name: String) -> String? { evidence.first { $0.name == name }?.value }
    }

    private let items: [Item]

    init?(_ json: [UInt8]) {
        guard let read = try? JSONText.decode(Self.self, from: json) else { return nil }
        self = read
    }

    /// Each file that a result names, with its SHA-256.
    var files: [(path: String, sha256: String)] {
        items.flatMap { item in
            var files: [(path: String, sha256: String)] = []
            if let run = item.fact(ChecklistFact.run), let sha256 = item.fact(ChecklistFact.runHash) {
                files.append((BundleEvidence.runPath(run), sha256))
            }
            // Our own metadata has a name and a hash as well, and nobody who attached it.
            if let name = item.fact(ChecklistFact.file), let sha256 = item.fact(ChecklistFact.fileHash),
                item.fact(ChecklistFact.person) != nil
            {
                files.append((EvidenceBundle.attachmentPath(item.rule, name), sha256))
            }
            return files
        }
    }
}
