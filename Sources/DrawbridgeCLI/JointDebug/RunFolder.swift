import Foundation
import JointDebug
import SAML
import Server
import Storage
import XMLSecurity

/// The folder of a run: `run.json`, `report.md`, `junit.xml`, `timeline.html`, and a trace of each scenario.
struct RunFolder {
    /// Runs are kept beside the installation they were played against.
    static let place = "joint-debug/runs"

    let path: String

    /// The runs of a directory, the newest last.
    static func names(in directory: String) -> [String] {
        let root = directory + "/" + place
        let all = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        return all.filter { FileManager.default.fileExists(atPath: "\(root)/\($0)/run.json") }.sorted()
    }

    /// The folder of a run that is named, by its name or its path.
    static func find(_ name: String, in directory: String) throws -> RunFolder {
        for path in [name, "\(directory)/\(place)/\(name)"]
        where FileManager.default.fileExists(atPath: path + "/run.json") {
            return RunFolder(path: path)
        }
        if name == "last", let newest = names(in: directory).last {
            return RunFolder(path: "\(directory)/\(place)/\(newest)")
        }
        throw CommandFailure(
            .unusable,
            "There is no run \(name) in \(directory)/\(place); see: ls \(directory)/\(place)",
            "\(directory)/\(place) 中没有运行 \(name)，请查看：ls \(directory)/\(place)"
        )
    }

    /// Writes a run; the folder appears whole or not at all.
    static func write(
        _ run: RunRecord,
        traces: [String: [ExchangeRecord]],
        in directory: String,
        language: Language
    ) throws -> RunFolder {
        let root = directory + "/" + place
        let (path, half) = ("\(root)/\(run.name)", "\(root)/.\(run.name)")
        try Directory.make(root)
        try? FileManager.default.removeItem(atPath: half)
        try Directory.make(half + "/trace", isPrivate: true)
        var files = [("run.json", try JSONText.encode(run))]
        files.append(("report.md", RunMarkdown(run: run, language: language).text))
        files.append(("junit.xml", try RunJUnit(run: run, language: language).document()))
        files.append(("timeline.html", try RunTimeline(run: run, traces: traces, language: language).document()))
        for (scenario, exchanges) in traces.sorted(by: { $0.key < $1.key }) {
            files.append(("trace/\(scenario).json", try JSONText.encode(exchanges)))
        }
        for (name, text) in files {
            try AtomicFile.write(Array(text.utf8), to: "\(half)/\(name)", mode: .secret, replacing: true)
        }
        try FileManager.default.moveItem(atPath: half, toPath: path)
        return RunFolder(path: path)
    }

    /// The run.
    func run() throws -> RunRecord {
        let bytes = try InputFile.read(path + "/run.json")
        guard let run = try? JSONText.decode(RunRecord.self, from: bytes), run.schema == RunRecord.schema
        else {
            throw CommandFailure(
                .unusable,
                "\(path)/run.json is no run of this version of Drawbridge.",
                "\(path)/run.json 不是本版本 Drawbridge 的运行记录。"
            )
        }
        return run
    }

    /// What hashes to what was seen: evidence names it.
    func sha256() throws -> String {
        Hexadecimal.encode(Digest.sha256(try InputFile.read(path + "/run.json")))
    }
}
