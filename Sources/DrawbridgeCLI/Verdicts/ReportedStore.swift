import ArgumentParser
import IdentityProvider
import Storage

/// What was found of a store, told line by line; what does not hold ends the command.
struct ReportedStore {
    private let report: StoreReport

    init(_ report: StoreReport) {
        self.report = report
    }

    func print() throws {
        if report.damage.isEmpty {
            Terminal.print(Terminal.paint("✓ ", .green) + say("every page is whole", "数据页完整"))
        }
        for line in report.damage { Terminal.print(Terminal.paint("✗ ", .red) + say("damaged: ", "损坏：") + line) }
        for chain in AuditChain.allCases {
            guard let verdict = report.chains[chain] else { continue }
            Terminal.print(ReportedChain(chain, verdict, checkpoint: nil).sentence)
        }
        guard report.isIntact else { throw ExitCode(CommandFailure.Status.doesNotHold.rawValue) }
    }
}
