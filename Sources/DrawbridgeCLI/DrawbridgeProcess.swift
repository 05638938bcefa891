import ArgumentParser
import Foundation
import Onboarding
import SAML
import Storage
import XMLSecurity

/// The process: parses, runs, and ends with the exit status of the contract (design section 5).
public enum DrawbridgeProcess: Sendable {
    /// Runs the process: parses, runs, and ends with the exit status of the contract.
    public static func run() async -> Never {
        do {
            var command = try Drawbridge.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            exit(withStatus: 0)
        } catch {
            end(error)
        }
    }

    private static func end(_ error: any Error) -> Never {
        let prefix = Terminal.paint(say("error: ", "错误："), .bold)
        switch error {
        case let failure as CommandFailure:
            Terminal.error(prefix + failure.description)
            exit(withStatus: failure.status.rawValue)
        case let failure as StorageError:
            Terminal.error(prefix + failure.description)
            exit(withStatus: 2)
        case let failure as FileError:
            Terminal.error(prefix + failure.description)
            exit(withStatus: 2)
        case let failure as KeyError:
            Terminal.error(prefix + failure.description)
            exit(withStatus: 2)
        case let refusal as WhitelistRefusal:
            Terminal.error(prefix + refusal.message[Speech.language])
            exit(withStatus: refusal.reason.isWrongInput ? 2 : 1)
        case let refusal as OperatorRefusal:
            Terminal.error(prefix + refusal.message[Speech.language])
            exit(withStatus: refusal.reason.isWrongInput ? 2 : 1)
        case let refusal as Refusal:
            Terminal.print(refusal)
            exit(withStatus: 1)
        case let code as ExitCode:
            exit(withStatus: code.rawValue)
        default:
            endOfParser(error)
        }
    }

    // Help and version are not errors; everything else that ArgumentParser throws is wrong usage.
    private static func endOfParser(_ error: any Error) -> Never {
        let isHelp = Drawbridge.exitCode(for: error) == .success
        let isUsage = Drawbridge.exitCode(for: error) == .validationFailure
        let message = Drawbridge.fullMessage(for: error)
        if isHelp {
            Terminal.print(message)
            exit(withStatus: 0)
        }
        Terminal.error(isUsage ? message : say("internal fault: ", "内部故障：") + "\(error)")
        exit(withStatus: isUsage ? 2 : 70)
    }

    private static func exit(withStatus status: Int32) -> Never {
        Foundation.exit(status)
    }
}
