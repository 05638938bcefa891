import JointDebug
import SAML
import XMLSecurity

extension SPSSODescriptor {
    /// Whether a simulation signs for it (design 4.10).
    var isOfSimulation: Bool {
        signingCertificates.contains { $0.organization == SimulatedHuaweiCloud.organization }
    }
}
