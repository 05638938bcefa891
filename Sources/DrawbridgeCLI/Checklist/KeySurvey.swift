import Foundation
import IdentityProvider
import JointDebug
import Onboarding
import Storage
import XMLSecurity

/// Our keys: where they are on their way, when they end, and who can read them.
struct KeySurvey {
    private let workspace: Workspace

    init(_ workspace: Workspace) {
        self.workspace = workspace
    }

    func look() async throws -> [KeyEvidence] {
        try await workspace.keyStore.keys().compactMap { record in
            guard let role = Self.role(record.state) else { return nil }
            let certificate = try workspace.keyDirectory.certificate(record.name)
            let attributes = try? FileManager.default.attributesOfItem(
                atPath: workspace.keyDirectory.keyPath(record.name)
            )
            return KeyEvidence(
                name: record.name,
                role: role,
                since: record.since,
                made: certificate.notBefore,
                end: certificate.notAfter,
                isSimulated: certificate.organization == SimulatedHuaweiCloud.organization,
                mode: (attributes?[.posixPermissions] as? NSNumber)?.uint16Value
            )
        }
    }

    private static func role(_ state: KeyRecord.State) -> KeyEvidence.Role? {
        switch state {
        case .active: .active
        case .published: .published
        case .generated: .generated
        case .retired: nil
        }
    }
}
