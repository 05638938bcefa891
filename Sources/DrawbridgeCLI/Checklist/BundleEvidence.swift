import Foundation
import Onboarding
import SAML
import Server
import Storage
import XMLSecurity

/// The files that a run rests on, beside what persons attached: as they are now, which must be what the run saw.
struct BundleEvidence {
    static let identityProviderPath = "metadata/idp-metadata.xml"
    static let serviceProviders = "metadata/sp/"
    static let configurationPath = "configuration.sha256"
    static let probeReportPath = "probe-report.json"

    let workspace: Workspace
    let run: ChecklistRun
    /// What a probe saw elsewhere, where the run was given it.
    let report: [UInt8]?

    /// Where the metadata of an SP stands in a bundle.
    static func serviceProviderPath(_ name: String) -> String { serviceProviders + name + ".xml" }

    /// Where the file of a joint-debug run stands in a bundle.
    static func runPath(_ name: String) -> String { "joint-debug/\(name)/run.json" }

    /// All of them; the configuration itself holds secrets, and is there by its hash alone.
    func files() async throws -> [TapeArchive.Entry] {
        let configuration = "\(run.surrounding.configuration)  drawbridge.yaml\n"
        var files = [TapeArchive.Entry(path: Self.configurationPath, content: Array(configuration.utf8))]
        if let report { files.append(TapeArchive.Entry(path: Self.probeReportPath, content: report)) }
        return files + (try await metadata()) + (try runs())
    }

    private func metadata() async throws -> [TapeArchive.Entry] {
        var files: [TapeArchive.Entry] = []
        if let expected = run.surrounding.metadata {
            let own = try await MetadataSurvey(workspace, at: workspace.clock.now).document()
            files.append(try Self.entry(Self.identityProviderPath, own, expected))
        }
        let directory = workspace.metadataDirectory
        let entries = try directory.serviceProviders(at: workspace.clock.now).entries
        for name in Set(entries.map(\.name)).sorted() {
            let content = try InputFile.read(directory.serviceProviderPath(name))
            files.append(TapeArchive.Entry(path: Self.serviceProviderPath(name), content: content))
        }
        return files
    }

    // Of each run that a result names, the very file that was judged.
    private func runs() throws -> [TapeArchive.Entry] {
        let named = Dictionary(run.results.compactMap(\.jointDebugRun)) { first, _ in first }
        return try named.sorted { $0.key < $1.key }.map { name, sha256 in
            let folder = try RunFolder.find(name, in: workspace.configuration.directory)
            let content = try InputFile.read(folder.path + "/run.json", longest: TapeArchive.largestEntry)
            return try Self.entry(Self.runPath(name), content, sha256)
        }
    }

    private static func entry(
        _ path: String,
        _ content: [UInt8],
        _ expected: String
    ) throws(BundleRefusal) -> TapeArchive.Entry {
        guard Hexadecimal.encode(Digest.sha256(content)) == expected else { throw .changed(path) }
        return TapeArchive.Entry(path: path, content: content)
    }
}
