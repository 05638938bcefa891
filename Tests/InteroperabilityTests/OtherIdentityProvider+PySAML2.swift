import Foundation

extension OtherIdentityProvider {
    /// pysaml2, of `Peers/pysaml2_idp.py`.
    /// - Parameter configuration: more members of the job, a comma in front.
    /// - Throws: what it said, when it does not start.
    convenience init(pysaml2 configuration: String) async throws {
        let stage = try await HarnessStage()
        let python =
            ProcessInfo.processInfo.environment["DRAWBRIDGE_PEERS_PYTHON"]
            ?? PeerPython.root.appending(path: ".build/peers/bin/python3").path(percentEncoded: false)
        let script = PeerPython.root.appending(path: "Tests/InteroperabilityTests/Peers/pysaml2_idp.py")
        try await self.init(
            on: stage,
            metadata: "/metadata",
            [python, script.path(percentEncoded: false)],
            input: """
                {"port": \(stage.port), "key": "\(stage.path("idp.key"))", "certificate": "\(stage.path("idp.crt"))",
                "sp_metadata": "\(stage.serviceProviderMetadata)", "acs": "\(stage.assertionConsumerService)",
                "user": "\(HarnessStage.user)", "password": "\(HarnessStage.password)",
                "account": "\(HarnessStage.account)" \(configuration)}
                """
        )
    }
}
