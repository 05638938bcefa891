import ArgumentParser
import IdentityProvider
import Storage
import XMLSecurity

/// `keys list`.
struct KeysList: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: say("List the signing keys with their states.", "列出签名密钥及其状态。"),
            discussion: say("Example: drawbridge keys list --format json", "示例：drawbridge keys list --format json")
        )
    }

    @OptionGroup var config: ConfigurationOption
    @OptionGroup var output: FormatOption

    private struct Item: Encodable {
        let name: String
        let state: String
        let since: String
        let fingerprint: String
        let algorithm: String
        let subject: String
        let notAfter: String
    }

    func run() async throws {
        let workspace = try Workspace(config.path)
        let items = try await workspace.keyStore.keys().map { record in
            let certificate = try workspace.keyDirectory.certificate(record.name)
            return Item(
                name: record.name,
                state: record.state.rawValue,
                since: record.since.xsDateTime,
                fingerprint: record.fingerprint,
                algorithm: certificate.publicKey.algorithm.name,
                subject: certificate.subject,
                notAfter: certificate.notAfter.xsDateTime
            )
        }
        switch output.format {
        case .json: try ListOutput(schema: "drawbridge.keys.v1", items: items).print()
        case .text:
            let header = [
                say("NAME", "名称"), say("STATE", "状态"), say("KEY", "密钥"), say("ENDS", "到期"), "SHA-256",
            ]
            let rows = items.map {
                [
                    $0.name, $0.state, $0.algorithm, String($0.notAfter.prefix(10)),
                    String($0.fingerprint.prefix(16)) + "…",
                ]
            }
            Terminal.print(table: [header] + rows)
        }
    }
}
