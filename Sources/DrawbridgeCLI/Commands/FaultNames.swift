import JointDebug

/// The names of the faults, for help.
enum FaultNames {
    static var text: String {
        FaultKind.allCases.map { $0.value == nil ? $0.rawValue : "\($0.rawValue)=N" }.joined(separator: ", ")
    }
}
