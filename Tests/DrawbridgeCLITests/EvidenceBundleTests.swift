import Foundation
import SAML
import TestSupport
import Testing
import XMLSecurity

@testable import DrawbridgeCLI

@Suite("The evidence bundle", .ownThread)
struct EvidenceBundleTests {
    private typealias Entry = TapeArchive.Entry

    private static func unpacked() throws -> [TapeArchive.Entry] {
        try TapeArchive(reading: Gzip.decompress(ChecklistSample.bundle(), limit: 1 << 24)).entries
    }

    private static func packed(_ entries: [TapeArchive.Entry]) throws -> [UInt8] {
        Gzip.compress(try TapeArchive(entries).bytes(secondsSince1970: 0))
    }

    private static func refusals(_ bytes: [UInt8]) -> [BundleRefusal] {
        EvidenceBundle.verify(bytes, trusting: nil).refusals
    }

    @Test("what was written holds, by the key that was expected; the same input gives the same octets")
    func roundTrip() throws {
        let bundle = try ChecklistSample.bundle()
        #expect(try ChecklistSample.bundle() == bundle)
        let certificate = try ChecklistSample.key(TestPKI.rsa2048).certificate
        let verdict = EvidenceBundle.verify(bundle, trusting: certificate)
        #expect(verdict.refusals == [] && verdict.signer == .expected(certificate))
        #expect(verdict.manifest?.run.number == 7)
        #expect(EvidenceBundle.verify(bundle, trusting: nil).signer == .unexpected(certificate))
        let other = try ChecklistSample.key(TestPKI.rsa2048Other).certificate
        let foreign = EvidenceBundle.verify(bundle, trusting: other)
        #expect(
            foreign.refusals == [.otherKey(found: certificate.fingerprint, expected: other.fingerprint)]
        )
        #expect(EvidenceBundle.verify(try ChecklistSample.bundle(TestPKI.ecP256), trusting: nil).holds)
    }

    @Test("the system's tar lists and unpacks the same files")
    func tar() throws {
        let bundle = try ChecklistSample.bundle()
        let listed = try CommandLineTool.run(
            "tar",
            ["--quoting-style=literal", "-tzf", "b.tgz"],
            files: ["b.tgz": bundle]
        )
        #expect(listed.status == 0, "\(listed.errors)")
        let names = String(decoding: listed.output, as: UTF8.self).split(separator: "\n").map(String.init)
        #expect(try names == Self.unpacked().map(\.path))
        for entry in try Self.unpacked() {
            let file = try CommandLineTool.run("tar", ["-xzOf", "b.tgz", entry.path], files: ["b.tgz": bundle])
            #expect(file.output == entry.content, "\(entry.path) \(file.errors)")
        }
    }

    @Test("the commands of the document verify a bundle, and find a changed file")
    func document() throws {
        let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Documentation/evidence-bundle.md")
        let text = try String(contentsOf: url, encoding: .utf8)
        let block = try #require(text.split(separator: "```sh\n", maxSplits: 1).last?.split(separator: "```").first)
        let script = "set -e\ncd \"$(dirname \"$1\")\"\n" + block
        func run(_ bundle: [UInt8]) throws -> CommandLineTool.Outcome {
            try CommandLineTool.run("bash", ["-c", script, "bash", "bundle.tar.gz"], files: ["bundle.tar.gz": bundle])
        }
        let good = try run(try ChecklistSample.bundle())
        #expect(good.status == 0, "\(good.errors)")
        #expect(String(decoding: good.output, as: UTF8.self).contains("Verified OK"))
        let changed = try Self.unpacked().map {
            Entry(path: $0.path, content: $0.path == "run.json" ? [1] : $0.content)
        }
        #expect(try run(Self.packed(changed)).status != 0)
    }

    @Test("one changed octet of each file is told")
    func changedFile() throws {
        let entries = try Self.unpacked()
        for (index, entry) in entries.enumerated() {
            var content = entry.content
            content[content.count / 2] ^= 1
            var changed = entries
            changed[index] = Entry(path: entry.path, content: content)
            let refusals = try Self.refusals(Self.packed(changed))
            switch entry.path {
            case "manifest.json", "manifest.sig": #expect(refusals == [.signature])
            case "certificate.pem": #expect(refusals.count == 1)
            default: #expect(refusals == [.digest(entry.path)])
            }
        }
    }

    @Test("a removed, an added and a renamed file are told")
    func otherFiles() throws {
        let entries = try Self.unpacked()
        for path in entries.map(\.path) {
            #expect(try Self.refusals(Self.packed(entries.filter { $0.path != path })) == [.absent(path)])
        }
        let added = Entry(path: "more.txt", content: [1])
        #expect(try Self.refusals(Self.packed(entries + [added])) == [.extra("more.txt")])
        let renamed = entries.map { Entry(path: $0.path == "run.json" ? "ran.json" : $0.path, content: $0.content) }
        #expect(try Self.refusals(Self.packed(renamed)) == [.extra("ran.json"), .absent("run.json")])
    }

    @Test(
        "names that lead out are neither written nor read",
        arguments: ["../x", "/x", "a/../x", "a//x", "./x", "", "a\\x"]
    )
    func unsafeNames(path: String) throws {
        #expect(throws: BundleRefusal.unsafePath(path)) { try TapeArchive([Entry(path: path, content: [])]) }
        let block = try TapeHeader(path: path, size: 0).bytes(time: 0)
        let archive = block + [UInt8](repeating: 0, count: 1024)
        #expect(Self.refusals(Gzip.compress(archive)) == [.unsafePath(path)] || path.isEmpty)
        #expect(!EvidenceBundle.verify(Gzip.compress(archive), trusting: nil).holds)
    }

    @Test(
        "an archive of tar with a link, a folder, a device or a file twice is refused",
        arguments: [
            ("ln -s /etc/passwd x", BundleRefusal.notAFile("x")), ("mkdir x", .notAFile("x/")),
            ("mkfifo x", .notAFile("x")),
            ("touch x; set -- x x", .duplicate("x")), ("touch y; ln y x; set -- y x", .notAFile("x")),
        ]
    )
    func oddEntries(make: String, refusal: BundleRefusal) throws {
        let script = "\(make); tar --format=ustar --hard-dereference -cf - \"${@:-x}\""
        let hard = script.replacing(make.contains("ln y") ? "--hard-dereference " : "\u{0}", with: "")
        let outcome = try CommandLineTool.run("bash", ["-c", hard])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(Self.refusals(Gzip.compress(outcome.output)) == [refusal])
    }

    @Test("a bomb, a cut and what is no archive are refused")
    func broken() throws {
        let limit = 1 << 20
        let bomb = Gzip.compress([UInt8](repeating: 0, count: limit + 1))
        #expect(EvidenceBundle.verify(bomb, trusting: nil, limit: limit).refusals == [.bomb(limit: limit)])
        #expect(Self.refusals(Array("hello".utf8)) == [.notGzip])
        #expect(Self.refusals([]) == [.notGzip])
        let archive = try Gzip.decompress(ChecklistSample.bundle(), limit: 1 << 24)
        for count in stride(from: 0, to: archive.count - 1, by: 512) {
            #expect(Self.refusals(Gzip.compress(Array(archive[..<count]))) == [.notAnArchive])
        }
    }

    @Test("a forger's own key is told from the one expected, also when everything else agrees")
    func forged() throws {
        let expected = try ChecklistSample.key(TestPKI.rsa2048).certificate
        let forged = try ChecklistSample.bundle(TestPKI.rsa2048Other)
        let forger = try ChecklistSample.key(TestPKI.rsa2048Other).certificate
        #expect(EvidenceBundle.verify(forged, trusting: nil).signer == .unexpected(forger))
        let verdict = EvidenceBundle.verify(forged, trusting: expected)
        #expect(verdict.refusals == [.otherKey(found: forger.fingerprint, expected: expected.fingerprint)])
        #expect(verdict.signer == .unknown && verdict.manifest == nil)
        let entries = try Self.unpacked().map { entry in
            entry.path == "certificate.pem" ? Entry(path: entry.path, content: forger.pem) : entry
        }
        #expect(try Self.refusals(Self.packed(entries)) == [.signature])
    }

    @Test("every refusal names its file in both languages, and lets no control character through")
    func sentences() {
        let path = "a\u{1B}.txt"
        let refusals: [BundleRefusal] = [
            .unsafePath(path), .longPath(path), .duplicate(path), .notAFile(path), .tooLarge(path), .absent(path),
            .extra(path), .unreadable(path), .size(path), .digest(path), .foreignAttachment(path),
        ]
        for sentence in refusals.map(\.sentence) {
            #expect(sentence.en.contains("a\u{FFFD}.txt") && sentence.zh.contains("a\u{FFFD}.txt"))
        }
        #expect(Set(refusals.map(\.sentence)).count == refusals.count)
    }

    @Test("an attachment that is not what was attached is not packed")
    func foreignAttachment() throws {
        #expect(throws: BundleRefusal.foreignAttachment("attachments/a.pass/x.png")) {
            try EvidenceBundle.write(
                ChecklistSample.report,
                attachments: [ChecklistSample.attachment("x.png", content: [1])],
                madeAt: ChecklistSample.at,
                signedBy: ChecklistSample.key(TestPKI.rsa2048),
                language: .en
            )
        }
    }
}
