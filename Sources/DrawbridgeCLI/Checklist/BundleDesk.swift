import Onboarding
import Probes
import SAML
import Server
import Storage
import XMLSecurity

/// Writes the evidence bundle of a run, with everything that it rests on and that persons attached.
struct BundleDesk {
    let desk: ChecklistDesk
    /// What a probe saw elsewhere, where the run was given it.
    let report: PublicBaseReport?

    /// Writes it.
    /// - Parameters:
    ///   - run: the run.
    ///   - number: its number.
    ///   - path: the file; one that is there is not replaced.
    /// - Returns: the SHA-256 of the file, in hexadecimal.
    /// - Throws: when there is no key that signs, or the file cannot be written.
    func write(_ run: ChecklistRun, number: Int64, to path: String) async throws -> String {
        let bytes: [UInt8]
        do {
            bytes = try await bundle(run, number)
        } catch let refusal as BundleRefusal {
            throw CommandFailure(.doesNotHold, refusal.sentence.en, refusal.sentence.zh)
        }
        try AtomicFile.write(bytes, to: path, mode: .secret, replacing: false)
        return Hexadecimal.encode(Digest.sha256(bytes))
    }

    private func bundle(_ run: ChecklistRun, _ number: Int64) async throws -> [UInt8] {
        var files: [EvidenceBundle.Attachment] = []
        for attachment in try await desk.store.attachments() {
            guard let content = try await desk.store.content(of: attachment.sha256) else { continue }
            files.append(EvidenceBundle.Attachment(attachment: attachment, content: content))
        }
        let evidence = BundleEvidence(workspace: desk.workspace, run: run, report: report?.json)
        return try EvidenceBundle.write(
            ChecklistReport(run, rules: ChecklistRule.all, number: number),
            evidence: try await evidence.files(),
            attachments: files,
            madeAt: desk.workspace.clock.now,
            signedBy: try await desk.workspace.activeKey(),
            language: Speech.language
        )
    }
}
