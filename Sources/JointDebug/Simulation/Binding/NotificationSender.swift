import HuaweiCloud
import NIOHTTP1
import SAML
import XMLSecurity

/// Tells a platform of an association, as its setting and the faults have it.
struct NotificationSender: Sendable {
    let simulation: SimulatedHuaweiCloud

    /// Sends what the server sends.
    /// - Returns: what the browser shall carry, when it shall.
    func send(
        _ message: AssociationMessage,
        of account: String,
        to platformID: String,
        _ faults: Faults
    ) async throws -> BrowserNotification? {
        let setting = simulation.registrations[platformID]?.notification ?? .none
        let notification = try SimulatedNotification(message, signedBy: simulation.keys.key(faults))
        let action = message.action == .bind ? "bind" : "unbind"
        let event = event(platformID, account, action, notification, faults)
        guard let url = setting.url else {
            await note(event, ["outcome": "no-url"])
            return nil
        }
        guard !faults.contains(.lostNotification) else {
            await note(event, ["outcome": "lost", "url": url])
            return nil
        }
        let copies = faults.contains(.duplicateNotification) ? 1 : 0
        if let seconds = faults[.lateNotification] {
            sendLater(notification, to: url, event, times: copies + 1, seconds)
            return nil
        }
        let isCarried = setting.channel != .server
        for _ in 0..<(copies + (setting.channel == .browser ? 0 : 1)) { await post(notification, to: url, event) }
        guard isCarried else { return nil }
        await note(event, ["outcome": "handed-over", "channel": "browser", "url": url])
        return BrowserNotification(url: url, notification: notification)
    }

    // The page that the customer sees does not wait for it, so nothing else does.
    private func sendLater(
        _ notification: SimulatedNotification,
        to url: String,
        _ event: SimulationEvent,
        times: Int,
        _ seconds: Int
    ) {
        Task {
            try await simulation.pause(seconds)
            for _ in 0..<times { await post(notification, to: url, event) }
        }
    }

    private func post(_ notification: SimulatedNotification, to url: String, _ event: SimulationEvent) async {
        var facts = ["channel": "server", "url": url]
        do {
            guard let target = HTTPTarget(url), (try? WebAddress(url))?.isLoopback == true else {
                throw BrowserError("only an address on this machine can be told by the server")
            }
            let answer = try await WebClient(trust: simulation.trust).send(
                .POST,
                target,
                url: url,
                headers: [("Content-Type", "application/x-www-form-urlencoded")],
                body: Array(notification.form.utf8)
            )
            facts["outcome"] = "answered"
            facts["status"] = String(answer.status)
        } catch {
            facts["outcome"] = "failed"
            facts["reason"] = "\(error)"
        }
        await note(event, facts)
    }

    private func event(
        _ platformID: String,
        _ account: String,
        _ action: String,
        _ notification: SimulatedNotification,
        _ faults: Faults
    ) -> SimulationEvent {
        var event = SimulationEvent(.notification, at: simulation.clock())
        event.platformID = platformID
        event.facts = ["account": account, "action": action, "form": notification.form, "faults": faults.text]
        return event
    }

    private func note(_ event: SimulationEvent, _ facts: [String: String]) async {
        var told = SimulationEvent(event.kind, at: simulation.clock())
        told.platformID = event.platformID
        told.facts = event.facts.merging(facts) { $1 }
        await simulation.log.add(told)
    }
}
