/// What a result was proved against.
public enum Provenance: String, CaseIterable, Sendable, Codable {
    /// The real HUAWEI CLOUD.
    case real
    /// A simulation of it.
    case simulation
    /// Our own files, store and probes.
    case ownMeasurement = "own-measurement"
    /// The word of a person, with a file.
    case person
}
