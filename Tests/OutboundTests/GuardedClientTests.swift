import Foundation
import Outbound
import SAML
import TestSupport
import Testing
import XMLSecurity

@Suite("Documents are fetched over https only, and only from where they may be", .serialized)
struct GuardedClientTests {
    @Test("A document comes whole from a server whose certificate is trusted")
    func good() async throws {
        let server = try TLSFileServer(["file": "hello"])
        #expect(try await server.client().fetch(server.url("file")) == Array("hello".utf8))
        server.stop()
    }

    @Test("Addresses that are not public are not reached unless it is allowed")
    func privateAddress() async throws {
        let client = GuardedClient(FetchLimits(seconds: 5))
        for url in [
            "https://127.0.0.1:9/", "https://localhost:9/", "https://169.254.169.254/latest", "https://[::1]:9/",
        ] {
            #expect(await code { try await client.fetch(url) } == .privateAddress, "\(url)")
        }
    }

    @Test(
        "Other schemes, user names and broken addresses are not fetched",
        arguments: [
            "http://example.com/", "ftp://example.com/", "file:///etc/passwd", "https://a@example.com/", "https://",
            "x",
        ]
    )
    func schemes(url: String) async {
        let client = GuardedClient(FetchLimits(seconds: 5, allowsPrivateAddresses: true))
        #expect(await code { try await client.fetch(url) } == .address)
    }

    @Test("A redirect to another scheme is not followed, one to the same server is")
    func redirects() async throws {
        let moved = "HTTP/1.0 302 Found\r\nLocation: "
        let server = try TLSFileServer(
            [
                "up": moved + "/file\r\n\r\n", "down": moved + "http://localhost/file\r\n\r\n",
                "round": moved + "round\r\n\r\n", "file": "HTTP/1.0 200 OK\r\n\r\nhello",
            ],
            headersInFiles: true
        )
        #expect(try await server.client().fetch(server.url("up")) == Array("hello".utf8))
        #expect(await code { try await server.client().fetch(server.url("down")) } == .address)
        #expect(await code { try await server.client().fetch(server.url("round")) } == .redirects)
        server.stop()
    }

    @Test("A certificate that nobody trusts, a wrong name, a missing file, too much, and nobody there are told apart")
    func failures() async throws {
        let server = try TLSFileServer(
            [
                "file": "HTTP/1.0 200 OK\r\n\r\n" + String(repeating: "x", count: 5000),
                "missing": "HTTP/1.0 404 Not Found\r\n\r\n",
            ],
            headersInFiles: true
        )
        let url = server.url("file")
        let untrusting = GuardedClient(FetchLimits(seconds: 600, allowsPrivateAddresses: true))
        #expect(await code { try await untrusting.fetch(url) } == .connection)
        let otherName = url.replacing("localhost", with: "127.0.0.1")
        #expect(await code { try await server.client().fetch(otherName) } == .connection)
        #expect(await code { try await server.client().fetch(server.url("missing")) } == .status)
        #expect(await code { try await server.client(bytes: 4999).fetch(url) } == .tooLarge)
        server.stop()
        #expect(await code { try await server.client().fetch(url) } == .connection)
        #expect(await code { try await server.client().fetch("https://nobody.invalid/") } == .name)
    }

    private func code(_ fetch: () async throws -> [UInt8]) async -> FetchError.Code? {
        do {
            _ = try await fetch()
            return nil
        } catch {
            return (error as? FetchError)?.code
        }
    }
}

/// `openssl s_server -WWW` on a port of its own, with a certificate for `localhost`.
final class TLSFileServer {
    private let process = Process()
    private let directory: URL
    private let port: Int

    init(_ files: [String: String], headersInFiles: Bool = false) throws {
        directory = FileManager.default.temporaryDirectory.appending(path: "drawbridge-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        for (name, text) in files { try Data(text.utf8).write(to: directory.appending(path: name)) }
        port = Int.random(in: 20_000..<32_000)
        let made = try CommandLineTool.run(
            "openssl",
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", path("key"), "-out", path("certificate"),
                "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-days", "2",
            ]
        )
        try #require(made.status == 0, "\(made.errors)")
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "openssl", "s_server", "-accept", "127.0.0.1:\(port)", "-cert", path("certificate"), "-key", path("key"),
            headersInFiles ? "-HTTP" : "-WWW", "-quiet",
        ]
        process.currentDirectoryURL = directory
        process.standardInput = Pipe()
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        try waitUntilItListens()
    }

    func url(_ file: String) -> String { "https://localhost:\(port)/\(file)" }

    func client(bytes: Int = 1 << 20) -> GuardedClient {
        GuardedClient(
            FetchLimits(bytes: bytes, seconds: 600, allowsPrivateAddresses: true, authorities: path("certificate"))
        )
    }

    func stop() {
        // A child of a worker thread starts with SIGTERM blocked, and openssl leaves it so.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    private func path(_ name: String) -> String { directory.appending(path: name).path(percentEncoded: false) }

    private func waitUntilItListens() throws {
        for _ in 0..<100 {
            let probe = ["-e", "-c", "exec 3<>/dev/tcp/127.0.0.1/\(port)"]
            if try CommandLineTool.run("bash", probe).status == 0 { return }
        }
        try #require(Bool(false), "openssl s_server does not listen")
    }
}
