import Foundation
import Outbound
import TestSupport
import Testing

/// A server in Python that answers a POST with the status that its path names, and writes down what came.
final class TLSPostServer {
    private static let program = """
        import http.server, ssl, sys
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                with open(sys.argv[1] + "/seen", "a") as seen:
                    print("POST", self.path, self.headers["Drawbridge-Timestamp"], self.headers["Content-Type"],
                        len(body), file=seen)
                self.send_response(int(self.path[1:]))
                self.send_header("Location", "/200")
                self.send_header("Content-Length", "0")
                self.end_headers()
            def log_message(self, *arguments):
                pass
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[1] + "/certificate", sys.argv[1] + "/key")
        server.socket = context.wrap_socket(server.socket, server_side=True)
        print(server.server_port, flush=True)
        server.serve_forever()
        """

    private let process = Process()
    private let directory: URL
    private let port: Int

    init() throws {
        directory = FileManager.default.temporaryDirectory.appending(path: "drawbridge-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let path = directory.path(percentEncoded: false)
        let made = try CommandLineTool.run(
            "openssl",
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", path + "/key", "-out",
                path + "/certificate", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-days",
                "2",
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

    func url(_ status: String) -> String { "https://localhost:\(port)/\(status)" }

    func client() -> GuardedClient {
        let authorities = directory.appending(path: "certificate").path(percentEncoded: false)
        return GuardedClient(FetchLimits(seconds: 600, allowsPrivateAddresses: true, authorities: authorities))
    }

    /// What came: method, path, two headers and the body's length.
    func requests() -> [String] {
        let file = directory.appending(path: "seen")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map(String.init)
    }

    func stop() {
        // A child of a worker thread starts with SIGTERM blocked.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
