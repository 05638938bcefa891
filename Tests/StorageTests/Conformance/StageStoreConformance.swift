import IdentityProvider
import Onboarding
import Testing
import XMLSecurity

/// What every store of the stage must do.
enum StageStoreConformance: String, CaseIterable, Sendable {
    case beginning = "An instance begins in joint debugging"
    case latest = "The last change is the stage, whatever its time says"

    func check(_ store: any StageStore) async throws {
        switch self {
        case .beginning:
            #expect(try await store.stage() == .jointDebug)
        case .latest:
            for (number, stage) in [Stage.live, .closed, .jointDebug, .live].enumerated() {
                let time = Sample.now.adding(seconds: -Int64(number))
                try await store.change(to: stage, at: time, by: "operator", reason: "test")
                #expect(try await store.stage() == stage)
            }
        }
    }
}
