import HuaweiCloud
import Hummingbird
import SAML

/// Makes accounts that are bound to nobody, and takes bonds away.
struct AccountController: Sendable {
    let simulation: SimulatedHuaweiCloud

    func add(to group: RouterGroup<BasicRequestContext>) {
        group.post("accounts") { request, _ in try await make(request) }
        group.post("unbind") { request, _ in try await unbind(request) }
    }

    private func make(_ request: Request) async throws -> Response {
        let name = try await FormFields(request, ["domain_name"]).required("domain_name")
        guard AccountName.holds(name) else { return SimulationPage.unusable(AccountName.rule) }
        do {
            let customer = try await simulation.customers.create(
                name,
                accountID: nil,
                platformID: nil,
                mobile: nil,
                email: nil,
                byAPI: false,
                at: simulation.clock()
            )
            return done([["domain_name", customer.domainName], ["domain_id", customer.domainID]])
        } catch {
            return SimulationPage.html(.conflict, "未接受 Not accepted", SimulationPage.both(error.reason))
        }
    }

    private func unbind(_ request: Request) async throws -> Response {
        let faults = try simulation.faults.faults(for: request)
        let fields = try await FormFields(request, ["xAccountId", "xUserId"])
        let account = try fields.required("xAccountId")
        guard let customer = await simulation.customers.unbind(account) else {
            let text = Bilingual("No account is bound to '\(account)'.", "没有账号绑定到“\(account)”。")
            return SimulationPage.html(.notFound, "未接受 Not accepted", SimulationPage.both(text))
        }
        let user = await simulation.sessions.user(of: account)
        var event = SimulationEvent(.unbound, at: simulation.clock())
        event.platformID = customer.platformID
        event.facts = ["account": account, "domain_name": customer.domainName, "domain_id": customer.domainID]
        await simulation.log.add(event)
        let carried = try await NotificationSender(simulation: simulation).send(
            AssociationMessage(
                xUserID: fields["xUserId"] ?? user ?? account,
                domainName: customer.domainName,
                domainID: customer.domainID,
                action: .unbind
            ),
            of: account,
            to: customer.platformID ?? "",
            faults
        )
        return done([["xAccountId", account], ["domain_name", customer.domainName]], carried)
    }

    private func done(_ rows: [[String]], _ carried: BrowserNotification? = nil) -> Response {
        SimulationPage.html(.ok, "完成 Done", Table.html(rows) + (carried?.html ?? "") + ControlPages.back)
    }
}
