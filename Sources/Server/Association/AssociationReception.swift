import Foundation
public import HuaweiCloud
public import IdentityProvider
public import Onboarding
import SAML
public import XMLSecurity

/// Takes notifications in: verified, then read, then judged; what changed nothing is kept.
public struct AssociationReception: Sendable {
    /// What a notification said, and what became of it.
    public struct Received: Sendable {
        /// What it said.
        public let message: AssociationMessage
        /// What became of it.
        public let judgement: AssociationJudgement
        /// Whose it is.
        let serviceProvider: String
        /// SHA-256 of the certificate that verified it.
        let certificate: String?
    }

    private let serviceProvider: String
    private let verifier: AssociationVerifier
    private let store: any AssociationStore
    private let archive: any NotificationArchive

    /// Makes the reception.
    /// - Parameters:
    ///   - huawei: the preset: whose notifications are taken, and what their signatures are made over.
    ///   - federation: the SPs that are imported, with their keys.
    ///   - store: the associations.
    ///   - archive: where notifications are kept.
    public init(
        _ huawei: HuaweiPreset,
        _ federation: Federation,
        store: any AssociationStore,
        archive: any NotificationArchive
    ) {
        let provider = huawei.serviceProvider.flatMap { federation.serviceProvider($0) }
        serviceProvider = provider?.entityID ?? ""
        verifier = AssociationVerifier(keys: provider?.signingKeys ?? [], signedOver: huawei.notificationSignedOver)
        self.store = store
        self.archive = archive
    }

    /// Takes a notification that came now.
    /// - Parameters:
    ///   - form: the form.
    ///   - now: the time.
    /// - Returns: what it said and what became of it.
    /// - Throws: ``Refusal``; another error when the store fails.
    public func receive(_ form: AssociationForm, at now: Instant) async throws -> Received {
        do {
            let (message, certificate) = try read(form)
            let judgement = try await store.take(message, received: now, at: now, dryRun: false)
            if !judgement.isSettled { try await keep(form, judgement.outcome.rawValue, isVerified: true, now) }
            return received(message, judgement, certificate)
        } catch let refusal as Refusal {
            // Whatever its form, what HUAWEI CLOUD signed is not crowded out by what anybody may send.
            try await keep(form, refusal.code.id, isVerified: verifier.formSigned(form) != nil, now)
            throw refusal
        }
    }

    /// Judges a kept notification again, as of the time when it came; one that is settled now is kept no longer.
    /// - Parameters:
    ///   - kept: the notification.
    ///   - now: the time.
    ///   - dryRun: judges, and changes nothing.
    /// - Returns: what it said and what became of it.
    /// - Throws: ``Refusal``; another error when the store fails.
    public func replay(_ kept: KeptNotification, at now: Instant, dryRun: Bool) async throws -> Received {
        let fields = kept.fields
        let form = try AssociationForm(
            bindRequest: fields.bindRequest,
            sigAlg: fields.sigAlg,
            signature: fields.signature
        )
        let (message, certificate) = try read(form)
        let judgement = try await store.take(message, received: kept.received, at: now, dryRun: dryRun)
        if judgement.isSettled, !dryRun { try await archive.remove(kept) }
        return received(message, judgement, certificate)
    }

    private func received(
        _ message: AssociationMessage,
        _ judgement: AssociationJudgement,
        _ certificate: String?
    ) -> Received {
        Received(
            message: message,
            judgement: judgement,
            serviceProvider: serviceProvider,
            certificate: certificate
        )
    }

    private func read(_ form: AssociationForm) throws -> (message: AssociationMessage, certificate: String?) {
        let certificate = try verifier.verify(form).fingerprint
        do {
            return (try JSONDecoder().decode(AssociationMessage.self, from: Data(form.json)), certificate)
        } catch {
            throw Refusal(.associationJSON, xpath: "bindRequest", expected: "xUserId, domainId, bindAction 0 or 1")
        }
    }

    private func keep(_ form: AssociationForm, _ cause: String, isVerified: Bool, _ now: Instant) async throws {
        let fields = KeptNotification.Fields(
            bindRequest: String(decoding: form.signed, as: UTF8.self),
            sigAlg: form.algorithm.rawValue,
            signature: Base64.encode(form.signature)
        )
        _ = try await archive.keep(KeptNotification(fields, cause: cause, received: now), isVerified: isVerified)
    }
}
