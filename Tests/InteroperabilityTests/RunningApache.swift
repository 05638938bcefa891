import Foundation
import JointDebug
import SAML
import TestSupport

/// Apache with mod_auth_mellon on a port of its own: an SP as universities and companies run it.
final class RunningApache {
    let baseURL: String
    private let directory: URL
    private var process = Process()
    private let port: Int

    /// Starts it.
    /// - Parameters:
    ///   - idpMetadata: the path of the IdP's metadata.
    ///   - more: further directives of mod_auth_mellon.
    /// - Throws: what Apache said when it does not answer.
    init(idpMetadata: String, _ more: [String] = []) async throws {
        port = try await FreePorts.find(1)[0]
        baseURL = "http://127.0.0.1:\(port)"
        directory = FileManager.default.temporaryDirectory.appending(path: "drawbridge-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: directory.appending(path: "www/secret"),
            withIntermediateDirectories: true
        )
        // Apache's workers run as another user.
        for path in ["", "www", "www/secret"] {
            let file = directory.appending(path: path).path(percentEncoded: false)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
        }
        try write("secret of Apache", "www/secret/index.html")
        try write("home of Apache", "www/index.html")
        let made = try CommandLineTool.run(
            "openssl",
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", path("sp.key"), "-out", path("sp.crt"),
                "-days", "2", "-subj", "/CN=mellon",
            ]
        )
        guard made.status == 0 else { throw PeerPython.Missing(description: made.errors) }
        try await start(idpMetadata, more)
    }

    /// Stops it and starts it anew with other directives; its key stays.
    func restart(idpMetadata: String, _ more: [String]) async throws {
        stop()
        try await start(idpMetadata, more)
    }

    private func start(_ idpMetadata: String, _ more: [String]) async throws {
        try write(configuration(idpMetadata, more), "httpd.conf")
        process = Process()
        process.executableURL = URL(filePath: "/usr/sbin/apache2")
        process.arguments = ["-X", "-f", path("httpd.conf")]
        process.standardError = FileHandle.nullDevice
        try process.run()
        try await waitUntilItAnswers()
    }

    /// Writes a file beside its configuration and returns the path.
    func file(_ name: String, _ content: String) throws -> String {
        try write(content, name)
        return path(name)
    }

    /// Its metadata as it publishes them.
    func metadata() async throws -> String {
        var browser = Browser(language: .en)
        return String(decoding: try await browser.open(baseURL + "/mellon/metadata").body, as: UTF8.self)
    }

    /// What it wrote into its log.
    var log: String { (try? String(contentsOf: directory.appending(path: "error.log"), encoding: .utf8)) ?? "" }

    func stop() {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    private func path(_ name: String) -> String { directory.appending(path: name).path(percentEncoded: false) }

    private func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: directory.appending(path: name))
    }

    private func configuration(_ idpMetadata: String, _ more: [String]) -> String {
        let modules = [
            "mpm_event", "authn_core", "authz_core", "authz_user", "dir", "auth_mellon",
        ].map { "LoadModule \($0)_module /usr/lib/apache2/modules/mod_\($0).so" }
        return """
            ServerRoot \(path(""))
            ServerName 127.0.0.1
            Listen 127.0.0.1:\(port)
            \(modules.joined(separator: "\n"))
            User nobody
            Group nogroup
            PidFile \(path("pid"))
            ErrorLog \(path("error.log"))
            DocumentRoot \(path("www"))
            DirectoryIndex index.html
            <Location />
              Require all granted
              MellonEnable "info"
              MellonSPPrivateKeyFile \(path("sp.key"))
              MellonSPCertFile \(path("sp.crt"))
              MellonSPentityId "\(baseURL)/mellon/metadata"
              MellonIdPMetadataFile \(idpMetadata)
              MellonEndpointPath /mellon
              MellonSecureCookie Off
              MellonUser "userId"
              MellonSignatureMethod rsa-sha256
              \(more.joined(separator: "\n  "))
            </Location>
            <Location /secret>
              MellonEnable "auth"
              AuthType Mellon
              Require valid-user
            </Location>
            """
    }

    private func waitUntilItAnswers() async throws {
        var browser = Browser(language: .en)
        for _ in 0..<1200 {
            if let answer = try? await browser.open(baseURL + "/"), answer.status == 200 { return }
            try await Task.sleep(for: .milliseconds(25))
        }
        throw PeerPython.Missing(description: "Apache does not answer: \(log)")
    }
}
