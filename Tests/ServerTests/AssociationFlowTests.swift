import Foundation
import HTTPTypes
import HuaweiCloud
import IdentityProvider
import JointDebug
import Onboarding
import Server
import Storage
import TestSupport
import Testing
import XMLSecurity

@Suite("From a first login to a bound account")
struct AssociationFlowTests {
    static let path = "/huawei/association"

    static func message(_ action: AssociationMessage.Action = .bind, user: String = "user-1") -> AssociationMessage {
        AssociationMessage(xUserID: user, domainName: "zhangwei", domainID: "d-1", action: action)
    }

    static func notification(
        _ bridge: Bridge,
        _ action: AssociationMessage.Action = .bind,
        user: String = "user-1",
        over signedOver: SignedOver = .base64Text
    ) throws -> SimulatedNotification {
        try SimulatedNotification(
            message(action, user: user),
            signedBy: bridge.serviceProvider.key,
            over: signedOver
        )
    }

    /// A hand-off without claim, and what its login link says.
    static func handOff(_ bridge: Bridge, _ claims: [String: Any] = [:]) async throws -> String {
        var token = PortalToken(now: bridge.clock.now, claims)
        if claims["first_login"] == nil { token.claims["first_login"] = nil }
        let reply = try await bridge.hand(token, to: "/sso/start")
        let location = try #require(reply.headers[.location], "\(reply.text)")
        let behind = try #require(location.split(separator: "isFirstLogin=").last)
        return String(behind.prefix { $0 != "&" })
    }

    @Test(
        "The first link says true, HUAWEI CLOUD notifies, the next link says false",
        arguments: ["form", "json", "get"]
    )
    func wholeWay(kind: String) async throws {
        let bridge = try await Bridge()
        #expect(try await Self.handOff(bridge, ["first_login": true]) == "true")
        #expect(try await Self.handOff(bridge) == "true", "it is pending now, without a claim")
        let notification = try Self.notification(bridge)
        let reply = try await Self.send(notification, as: kind, to: bridge)
        #expect(reply.status == 200, "\(reply.text)")
        #expect(reply.text == #"{"result":"received"}"#)
        #expect(try await Self.handOff(bridge) == "false")
        let bound = try await bridge.associations.association("account-1")
        #expect(bound?.state == .bound)
        #expect(bound?.cloudAccount == CloudAccount(id: "d-1", name: "zhangwei"))
    }

    @Test("A replay gets the same answer and changes nothing")
    func replay() async throws {
        let bridge = try await Bridge()
        _ = try await Self.handOff(bridge, ["first_login": true])
        let notification = try Self.notification(bridge)
        let first = try await Self.send(notification, as: "form", to: bridge)
        let history = try await bridge.associations.history("account-1")
        bridge.clock.advance(7 * 86_400)
        let second = try await Self.send(notification, as: "form", to: bridge)
        #expect(second.status == first.status)
        #expect(second.body == first.body)
        #expect(try await bridge.associations.history("account-1") == history)
        #expect(history.count == 2)
    }

    @Test("A bind stands in the trail with the certificate that verified it, once, and by the account's hash alone")
    func trail() async throws {
        let bridge = try await Bridge()
        _ = try await Self.handOff(bridge, ["first_login": true])
        let notification = try Self.notification(bridge)
        let reply = try await Self.send(notification, as: "form", to: bridge)
        _ = try await Self.send(notification, as: "form", to: bridge)
        _ = try await Self.send(Self.notification(bridge, .unbind), as: "form", to: bridge)
        var query = AuditQuery()
        query.kind = .notificationTaken
        let entries = try await bridge.archive.records(query).compactMap { record -> TrailEntry? in
            guard case .event(let entry) = record.content else { return nil }
            return entry
        }
        let entry = try #require(entries.first)
        #expect(entries.count == 1 && reply.status == 200)
        #expect(entry.subject == bridge.serviceProvider.key.certificate.fingerprint)
        #expect(entry.serviceProvider == bridge.serviceProvider.entityID && entry.action == "bound")
        #expect(entry.account == bridge.services.accountHash.hash("account-1") && entry.at == bridge.clock.now)
        #expect(entry.reference?.isEmpty == false)
    }

    @Test("The portal's word wins over what is known, and the log says so")
    func claimWins() async throws {
        let log = CollectedLog()
        let bridge = try await Bridge(logger: log.logger)
        _ = try await Self.handOff(bridge, ["first_login": true])
        #expect(try await Self.handOff(bridge, ["first_login": false]) == "false")
        _ = try await Self.send(Self.notification(bridge), as: "form", to: bridge)
        #expect(try await Self.handOff(bridge, ["first_login": true]) == "true")
        #expect(try await bridge.associations.association("account-1")?.state == .bound)
        let contradictions = log.lines.filter { $0.contains("contradicts") }
        #expect(contradictions.count == 2, "each is logged")
        #expect(contradictions.map { $0.contains("account-1") || $0.contains("user-1") } == [false, false])
    }

    @Test(
        "What proves too little changes nothing, is answered alike, and is kept",
        arguments: AssociationOutcome.allCases
    )
    func kept(outcome: AssociationOutcome) async throws {
        let bridge = try await Bridge()
        _ = try await Self.handOff(bridge, ["first_login": true])
        let notification: SimulatedNotification
        switch outcome {
        case .applied, .duplicate: notification = try Self.notification(bridge)
        case .unconfirmed:
            bridge.clock.advance(86_400)
            notification = try Self.notification(bridge)
        case .suspicious: notification = try Self.notification(bridge, .unbind)
        case .unattributed: notification = try Self.notification(bridge, user: "nobody")
        }
        if outcome == .duplicate { _ = try await Self.send(notification, as: "form", to: bridge) }
        let before = try await bridge.associations.association("account-1")
        let reply = try await Self.send(notification, as: "form", to: bridge)
        #expect(reply.status == 200)
        #expect(reply.text == #"{"result":"received"}"#)
        let after = try await bridge.associations.association("account-1")
        #expect((before != after) == (outcome == .applied))
        let kept = try await bridge.notifications.kept(at: bridge.clock.now)
        let isKept = outcome != .applied && outcome != .duplicate
        #expect(kept.map(\.cause) == (isKept ? [outcome.rawValue] : []))
    }

    @Test("A notification refused for what it is signed over is judged again as of the time when it came")
    func judgedAgain() async throws {
        let bridge = try await Bridge()
        _ = try await Self.handOff(bridge, ["first_login": true])
        let notification = try Self.notification(bridge, over: .decodedJSON)
        let refused = try await Self.send(notification, as: "form", to: bridge)
        #expect(refused.code == "association.signature")
        bridge.clock.advance(20 * 86_400)
        let kept = try #require(try await bridge.notifications.kept(at: bridge.clock.now).first)
        #expect(kept.cause == "association.signature")
        let settings = try #require(bridge.services.identityProvider.settings.huawei)
        let other = HuaweiPreset(
            site: settings.site,
            platformID: settings.platformID,
            partnerID: settings.partnerID,
            notificationSignedOver: .decodedJSON
        )
        let reception = AssociationReception(
            other,
            bridge.services.identityProvider.federation,
            store: bridge.associations,
            archive: bridge.notifications
        )
        let dry = try await reception.replay(kept, at: bridge.clock.now, dryRun: true)
        #expect(dry.judgement.outcome == .applied)
        #expect(try await bridge.associations.association("account-1")?.state == .pending)
        let received = try await reception.replay(kept, at: bridge.clock.now, dryRun: false)
        #expect(received.judgement.outcome == .applied)
        let entry = received.trailEntry(reference: "replay", bridge.services.accountHash)
        #expect(entry?.at == kept.received && entry?.subject == bridge.serviceProvider.key.certificate.fingerprint)
        #expect(try await bridge.associations.association("account-1")?.state == .bound)
        #expect(try await bridge.notifications.kept(at: bridge.clock.now).isEmpty)
    }

    static func send(_ notification: SimulatedNotification, as kind: String, to bridge: Bridge) async throws
        -> Bridge.Reply
    {
        switch kind {
        case "json":
            try await bridge.send(.post, path, body: Array(notification.json.utf8), type: "application/json")
        case "get": try await bridge.send(.get, path + "?" + notification.form)
        default: try await bridge.send(.post, path, body: Array(notification.form.utf8))
        }
    }
}
