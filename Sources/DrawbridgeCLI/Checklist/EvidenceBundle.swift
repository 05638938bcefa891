import Onboarding
import SAML
import XMLSecurity

/// A run with everything it rests on, in one signed file.
enum EvidenceBundle {
    /// The most octets of a bundle, and of what it unpacks to.
    static let largest = 512 << 20

    static let manifestName = "manifest.json"
    static let signatureName = "manifest.sig"
    static let certificateName = "certificate.pem"
    static let runName = "run.json"

    /// A file by which a person vouches, with its octets.
    struct Attachment: Hashable, Sendable {
        let attachment: ChecklistAttachment
        let content: [UInt8]

        var path: String { attachmentPath(attachment.rule, attachment.name) }
    }

    /// Where a file of a person stands.
    static func attachmentPath(_ rule: String, _ name: String) -> String { "attachments/\(rule)/\(name)" }

    /// Makes the bundle; the same input gives the same octets with a key of RSA.
    /// - Parameters:
    ///   - report: the run with its rules.
    ///   - evidence: the files that the run rests on.
    ///   - attachments: the files of people; each must have the hash under which it was attached.
    ///   - madeAt: the time, which the manifest says.
    ///   - key: the IdP's key.
    ///   - language: the language of the Markdown report; the HTML page has both.
    /// - Returns: a tar.gz file.
    /// - Throws: ``BundleRefusal`` for what cannot be packed, ``KeyError`` when the key does not sign.
    static func write(
        _ report: ChecklistReport,
        evidence: [TapeArchive.Entry] = [],
        attachments: [Attachment],
        madeAt: Instant,
        signedBy key: SigningKey,
        language: Language
    ) throws -> [UInt8] {
        var files = [
            try file(runName, report.render(.json, language: language)),
            try file("report.html", report.render(.html, language: language)),
            try file("report.md", report.render(.markdown, language: language)),
            TapeArchive.Entry(path: certificateName, content: key.certificate.pem),
        ]
        files += evidence
        files += try attachments.sorted { $0.path < $1.path }.map(entry)
        let manifest = BundleManifest(
            report.run,
            number: report.number,
            madeAt: madeAt,
            signedBy: key.certificate,
            files: files
        )
        let text = Array((try JSONText.encode(manifest) + "\n").utf8)
        // Always with SHA-256: the one who verifies need not believe what the bundle says about it.
        let signature = try key.privateKey.sign(text, with: .usual(for: key.privateKey.algorithm))
        let head = [
            TapeArchive.Entry(path: manifestName, content: text),
            TapeArchive.Entry(path: signatureName, content: signature),
        ]
        let archive = try TapeArchive(head + files).bytes(secondsSince1970: report.run.at.milliseconds / 1000)
        guard archive.count <= largest else { throw BundleRefusal.bomb(limit: largest) }
        return Gzip.compress(archive)
    }

    private static func file(_ path: String, _ text: String) -> TapeArchive.Entry {
        TapeArchive.Entry(path: path, content: Array(text.utf8))
    }

    private static func entry(_ file: Attachment) throws(BundleRefusal) -> TapeArchive.Entry {
        guard Hexadecimal.encode(Digest.sha256(file.content)) == file.attachment.sha256 else {
            throw .foreignAttachment(file.path)
        }
        return TapeArchive.Entry(path: file.path, content: file.content)
    }
}
