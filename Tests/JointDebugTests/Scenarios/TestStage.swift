import HuaweiCloud
import SAML
import TestSupport
import Testing
import XMLSecurity

@testable import JointDebug

/// Stages and scenarios for actions that meet nobody.
enum TestStage {
    static func make(
        _ login: LoginHook = .none,
        metadata: String? = nil,
        drawbridge: String? = nil,
        commands: IdentityProviderSide.CommandRunner? = nil
    ) throws -> ScenarioStage {
        let key = try SigningKey(
            privateKey: TestPKI.rsa2048,
            certificate: TestPKI.certificate(for: TestPKI.rsa2048)
        )
        let simulation = SimulatedHuaweiCloud(
            login: "http://localhost:1",
            console: "http://127.0.0.2:1",
            keys: ServiceProviderKeys(current: key) { key },
            randomness: .openSSL,
            clock: { TestPKI.validFrom }
        )
        return ScenarioStage(
            identityProvider: IdentityProviderSide(
                metadataURL: metadata,
                drawbridge: drawbridge,
                login: login,
                commands: commands
            ),
            simulation: try #require(simulation),
            platformID: try #require(PlatformID("test_IDP")),
            folder: "/nowhere",
            strangerKey: key,
            language: .en,
            randomness: .openSSL,
            now: { TestPKI.validFrom }
        )
    }

    static func step(
        _ action: any ScenarioAction.Type,
        _ parameters: [String: String] = [:],
        expecting expected: [String: String] = [:],
        within: Int = 0
    ) -> ScenarioStep {
        ScenarioStep(action: action, parameters: parameters, expected: expected, within: within, title: action.title)
    }

    static func scenario(
        _ id: String,
        needs: [ScenarioNeed] = [],
        alone: Bool = false,
        _ steps: [ScenarioStep]
    ) -> Scenario {
        Scenario(
            id: id,
            family: .requests,
            purpose: Bilingual(id, id),
            source: "test",
            needs: needs,
            proves: [],
            isAlone: alone,
            steps: steps
        )
    }
}
