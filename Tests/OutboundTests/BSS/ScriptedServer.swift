import Foundation
import Testing

/// A server in Python that gives the next answer of a list to each request, and writes down what came.
final class ScriptedServer {
    private static let program = """
        import http.server, json, sys
        answers = json.load(open(sys.argv[1] + "/answers"))
        tokens = json.load(open(sys.argv[1] + "/tokens"))
        class Handler(http.server.BaseHTTPRequestHandler):
            def answer(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
                with open(sys.argv[1] + "/seen", "a") as seen:
                    headers = {name.lower(): value for name, value in self.headers.items()}
                    print(json.dumps([self.command, self.path, body.decode(), headers]), file=seen)
                if self.path == "/v3/auth/tokens":
                    return self.give(tokens.pop(0) if len(tokens) > 1 else tokens[0])
                status, text = answers.pop(0) if len(answers) > 1 else answers[0]
                if status == 0:
                    return
                self.send_response(status)
                self.send_header("Location", "/elsewhere")
                self.send_header("Content-Length", str(len(text.encode())))
                self.end_headers()
                self.wfile.write(text.encode())
            def give(self, token):
                text = '{"token":{}}' if token else '{"error":{"code":401,"message":"wrong password"}}'
                self.send_response(201 if token else 401)
                if token:
                    self.send_header("X-Subject-Token", token)
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text.encode())
            do_GET = do_POST = answer
            def log_message(self, *arguments):
                pass
        server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        print(server.server_port, flush=True)
        server.serve_forever()
        """

    struct Seen {
        let method: String
        let target: String
        let body: String
        let headers: [String: String]
    }

    private let process = Process()
    private let directory: URL
    let port: Int

    /// Starts it; the last answer is given again and again, and the status 0 closes the connection.
    ///
    /// IAM's address gives the tokens likewise; an empty one is a refusal.
    init(_ answers: [(status: Int, body: String)], tokens: [String] = [""]) throws {
        directory = FileManager.default.temporaryDirectory.appending(path: "drawbridge-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let script = try JSONSerialization.data(withJSONObject: answers.map { [$0.status, $0.body] as [Any] })
        try script.write(to: directory.appending(path: "answers"))
        let given = try JSONSerialization.data(withJSONObject: tokens)
        try given.write(to: directory.appending(path: "tokens"))
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", Self.program, directory.path(percentEncoded: false)]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        // It prints its port when it listens, not before.
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        port = try #require(Int(line.prefix { $0 != "\n" }), "python3 does not listen: \(line)")
    }

    var origin: String { "http://127.0.0.1:\(port)" }

    func seen() throws -> [Seen] {
        let text = (try? String(contentsOf: directory.appending(path: "seen"), encoding: .utf8)) ?? ""
        return try text.split(separator: "\n").map { line in
            let fields = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any])
            return Seen(
                method: try #require(fields[0] as? String),
                target: try #require(fields[1] as? String),
                body: try #require(fields[2] as? String),
                headers: try #require(fields[3] as? [String: String])
            )
        }
    }

    func stop() {
        // A child of a worker thread starts with SIGTERM blocked.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: directory)
    }
}
