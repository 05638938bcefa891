import NIOCore
import SAML

/// Customers who cross at once, each with a browser and an account of their own.
struct LoadCrossing: Sendable {
    /// How one of them fared.
    struct Outcome: Sendable {
        let milliseconds: Int64?
        let failure: String?
    }

    private static let steps: [(any ScenarioAction.Type, [String: String])] = [
        (GivenAccount.self, [:]), (HandOver.self, ["first-login": "false"]), (OpenLoginLink.self, [:]),
        (SendRequest.self, [:]), (PostResponse.self, [:]),
    ]

    let stage: ScenarioStage
    let first: ScenarioCustomer

    func cross(_ customers: Int, width: Int) async -> [Outcome] {
        await withTaskGroup(of: Outcome.self) { group in
            var outcomes: [Outcome] = []
            for number in 0..<customers {
                if number >= width, let outcome = await group.next() { outcomes.append(outcome) }
                group.addTask { await one(number) }
            }
            for await outcome in group { outcomes.append(outcome) }
            return outcomes
        }
    }

    // What the simulation needs to know of the account is no part of the crossing.
    private func one(_ number: Int) async -> Outcome {
        var play = Play(customer(number), on: stage)
        var began = NIODeadline.now()
        do {
            for (action, parameters) in Self.steps {
                if action.name == HandOver.name { began = NIODeadline.now() }
                _ = try await action.perform(StepInput(parameters: parameters), &play)
            }
            return Outcome(milliseconds: (NIODeadline.now() - began).nanoseconds / 1_000_000, failure: nil)
        } catch let failure as StepFailure {
            return Outcome(milliseconds: nil, failure: failure.sentence.en)
        } catch {
            return Outcome(milliseconds: nil, failure: "\(error)")
        }
    }

    private func customer(_ number: Int) -> ScenarioCustomer {
        guard stage.customer == nil else { return first }
        var customer = first
        customer.user += "-\(number)"
        customer.account += "-\(number)"
        customer.accountName += "-\(number)"
        return customer
    }
}
