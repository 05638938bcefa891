import Foundation
import JointDebug
import SAML
import TestSupport
import Testing

@Suite("The public listener of a running service", .ownThread)
struct ListenerServiceTests {
    @Test(
        "It speaks TLS 1.2 and 1.3 with a renewed certificate from the moment it stands in the file, and nothing older"
    )
    func tls() async throws {
        // The probe of /readyz goes to the operations listener, which stays plain.
        let service = try await RunningService("tls:\n  certificate_file: tls.crt\n  key_file: tls.key\n") {
            try Self.makeCertificate("first.test", in: $0)
        }
        #expect(try Self.handshake(service).contains("CN=first.test"))
        let answer = try Self.openssl(service, ["-tls1_2", "-quiet"], input: "GET /healthz HTTP/1.0\r\n\r\n")
        #expect(answer.contains("200 OK") && answer.contains("ok"), "\(answer)")
        #expect(try Self.handshake(service, "-tls1_3").contains("CN=first.test"))
        let old = try Self.openssl(service, ["-tls1_1", "-cipher", "DEFAULT@SECLEVEL=0"], input: "")
        #expect(!old.contains("BEGIN CERTIFICATE"), "\(old)")

        // A key that does not fit keeps the first certificate in use.
        let key = service.installation.command.directory.appending(path: "tls.key")
        let fitting = try Data(contentsOf: key)
        try service.installation.makeKey("stranger", "-algorithm", "RSA")
        try Data(contentsOf: service.installation.command.directory.appending(path: "stranger.key")).write(to: key)
        try await service.readiness { ($0["warnings"] as? [String])?.contains { $0.contains("tls.crt") } == true }
        #expect(try Self.handshake(service).contains("CN=first.test"))
        try fitting.write(to: key)

        try Self.makeCertificate("second.test", in: service.installation)
        var shown = ""
        for _ in 0..<100 where !shown.contains("CN=second.test") {
            shown = try Self.handshake(service)
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(shown.contains("CN=second.test"))
        var browser = Browser(language: .en)
        #expect(try await browser.open(service.operations + "/metrics").text.contains("drawbridge_tls_expiry_seconds "))
    }

    @Test("A key that everybody can read is refused before anything listens")
    func readableKey() throws {
        let installation = try Installation()
        try Self.makeCertificate("first.test", in: installation)
        let key = installation.command.directory.appending(path: "tls.key").path(percentEncoded: false)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
        let tls = ["DRAWBRIDGE_TLS_CERTIFICATE_FILE": "tls.crt", "DRAWBRIDGE_TLS_KEY_FILE": "tls.key"]
        let outcome = try installation.run("serve", "--check", environment: tls)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("chmod 600"), "\(outcome.errors)")
    }

    @Test(
        "Too many requests of one address are answered 429 with Retry-After, those of another behind the proxy are not"
    )
    func rateLimit() async throws {
        let service = try await RunningService("trusted_proxies: 127.0.0.1\nlimits:\n  requests_per_minute: 5\n")
        let script = """
            import sys, urllib.request, urllib.error
            def ask(client):
                request = urllib.request.Request(sys.argv[1], headers={
                    "X-Forwarded-For": client, "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "http",
                    "Host": "evil.example", "Accept": "application/json"})
                try:
                    return urllib.request.urlopen(request)
                except urllib.error.HTTPError as error:
                    return error
            answers = [ask("203.0.113.7") for _ in range(7)]
            print(" ".join(str(a.status) for a in answers), answers[-1].headers["Retry-After"], ask("203.0.113.8").status)
            print(answers[-1].read().decode())
            text = answers[0].read().decode()
            print("evil" in text or "evil" in str(answers[0].headers))
            """
        let path = service.base + "/saml/metadata"
        let outcome = try await CommandLineTool.inBackground("python3", ["-c", script, path])
        let lines = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n")
        try #require(lines.count == 3, "\(outcome.errors)")
        #expect(
            lines[0].hasPrefix("200 200 200 200 200 429 429 12 200")
                || lines[0].hasPrefix("200 200 200 200 200 429 429 11 200"),
            "\(lines[0])"
        )
        #expect(lines[1].contains("too-many-requests"))
        #expect(lines[2] == "False", "a header changed what we say of ourselves")
    }

    @Test("SIGTERM: a request that is on its way gets its answer, then the process ends with 0")
    func graceful() async throws {
        let service = try await RunningService()
        // The body's second half comes after the signal.
        let script = """
            import os, signal, socket, sys, time
            host, port, process = "127.0.0.1", int(sys.argv[1]), int(sys.argv[2])
            body = b"SAMLRequest=%25"
            s = socket.create_connection((host, port))
            s.settimeout(20)
            s.sendall(b"POST /saml/sso HTTP/1.1\\r\\nHost: a\\r\\nContent-Type: application/x-www-form-urlencoded\\r\\n"
                b"Content-Length: %d\\r\\n\\r\\n" % len(body) + body[:5])
            time.sleep(0.3)
            os.kill(process, signal.SIGTERM)
            time.sleep(0.7)
            s.sendall(body[5:])
            data = b""
            while True:
                part = s.recv(65536)
                if not part: break
                data += part
            print(data.decode())
            """
        let port = try #require(service.base.split(separator: ":").last.map(String.init))
        let outcome = try await CommandLineTool.inBackground("python3", ["-c", script, port, "\(service.identifier)"])
        #expect(String(decoding: outcome.output, as: UTF8.self).contains("400 Bad Request"), "\(outcome.errors)")
        #expect(await service.end() == 0)
    }

    private static func makeCertificate(_ name: String, in installation: Installation) throws {
        let directory = installation.command.directory.path(percentEncoded: false) + "/"
        let made = try CommandLineTool.run(
            "openssl",
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "20", "-subj", "/CN=\(name)",
                "-keyout", directory + "new.key", "-out", directory + "new.crt",
            ]
        )
        try #require(made.status == 0)
        for (new, file) in [("new.crt", "tls.crt"), ("new.key", "tls.key")] {
            _ = try CommandLineTool.run("mv", [directory + new, directory + file])
        }
    }

    private static func handshake(_ service: RunningService, _ more: String...) throws -> String {
        try openssl(service, more, input: "").replacing(" = ", with: "=")
    }

    private static func openssl(_ service: RunningService, _ arguments: [String], input: String) throws -> String {
        let address = String(service.base.dropFirst("http://".count))
        let all = ["s_client", "-connect", address] + arguments
        // s_client ends with its input; what was asked must have the time to be answered.
        let quoted = all.map { "'\($0)'" }.joined(separator: " ")
        let script = "(printf '\(input.replacing("\r\n", with: "\\r\\n"))'; sleep 0.5) | openssl \(quoted) 2>&1"
        return String(decoding: try CommandLineTool.run("bash", ["-c", script]).output, as: UTF8.self)
    }
}
