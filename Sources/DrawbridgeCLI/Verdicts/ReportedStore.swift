import ArgumentParser
import IdentityProvider
import Storage

/// What was found of a store; what does not hold ends the command.
struct ReportedStore: Encodable {
    private let schema = "drawbridge.store.v1"
    private let file: String
    private let isIntact: Bool
    private let damage: [String]
    private let chains: [ReportedChain]
    /// Where `restore` kept the store that was there.
    var before: String?

    init(_ report: StoreReport, of file: String) {
        self.file = file
        isIntact = report.isIntact
        damage = report.damage
        chains = AuditChain.allCases.compactMap { chain in
            report.chains[chain].map { ReportedChain(chain, $0, checkpoint: nil) }
        }
    }

    func print(_ format: OutputFormat) throws {
        switch format {
        case .json: Terminal.print(try JSONText.encode(self))
        case .text: printText()
        }
        guard isIntact else { throw ExitCode(CommandFailure.Status.doesNotHold.rawValue) }
    }

    private func printText() {
        if damage.isEmpty {
            Terminal.print(Terminal.paint("✓ ", .green) + say("every page is whole", "数据页完整"))
        }
        for line in damage { Terminal.print(Terminal.paint("✗ ", .red) + say("damaged: ", "损坏：") + line) }
        for chain in chains { Terminal.print(chain.sentence) }
    }
}
