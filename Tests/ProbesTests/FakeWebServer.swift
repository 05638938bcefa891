import Foundation
import TestSupport
import Testing

/// A server in Python over TLS with a certificate for `localhost`: each path has its status and body, each answer its time.
final class FakeWebServer {
    private static let program = """
        import http.server, json, ssl, sys
        answers = json.load(open(sys.argv[1] + "/answers"))
        class Handler(http.server.BaseHTTPRequestHandler):
            def date_time_string(self, timestamp=None):
                return answers["Date"]
            def do_GET(self):
                self.rfile.read(int(self.headers["Content-Length"] or 0))
                print(self.command, self.path, file=open(sys.argv[1] + "/asked", "a"))
                status, body = answers.get(self.command + " " + self.path, "404 ").split(" ", 1)
                self.send_response(int(status))
                self.send_header("Content-Length", str(len(body.encode())))
                self.end_headers()
                self.wfile.write(body.encode())
            do_POST = do_GET
            def log_message(self, *arguments):
                pass
        class Server(http.server.ThreadingHTTPServer):
            def handle_error(self, *arguments):
                pass
        server = Server(("127.0.0.1", 0), Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[1] + "/certificate", sys.argv[1] + "/key")
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        print(server.server_port, flush=True)
        server.serve_forever()
        """

    private let process = Process()
    private let directory: URL
    let port: Int

    /// Starts it with answers such as `"GET /healthz": "200 ok"`.
    init(_ answers: [String: String], date: String = "", days: Int = 90) throws {
        directory = FileManager.default.temporaryDirectory.appending(path: "drawbridge-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        try JSONEncoder().encode(answers.merging(["Date": date]) { $1 }).write(to: directory.appending(path: "answers"))
        let path = directory.path(percentEncoded: false)
        let made = try CommandLineTool.run(
            "openssl",
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", path + "/key", "-out",
                path + "/certificate", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-days",
                "\(days)",
            ]
        )
        try #require(made.status == 0, "\(made.errors)")
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", Self.program, path]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        // It prints its port when it listens, not before.
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        port = try #require(Int(line.prefix { $0 != "\n" }), "python3 does not listen: \(line)")
    }

    /// What was asked so far, in order.
    var asked: [String] {
        let text = try? String(contentsOf: directory.appending(path: "asked"), encoding: .utf8)
        return (text ?? "").split(separator: "\n").map(String.init)
    }

    var base: String { "https://localhost:\(port)" }

    var authorities: String { directory.appending(path: "certificate").path(percentEncoded: false) }

    func stop() {
        // A child of a worker thread starts with SIGTERM blocked.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
