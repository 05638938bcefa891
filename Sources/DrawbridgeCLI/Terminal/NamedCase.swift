import ArgumentParser

/// A value that an option names by one of a few words.
enum NamedCase {
    static func value<Value: RawRepresentable & CaseIterable>(
        _ type: Value.Type,
        _ option: String,
        _ name: String
    ) throws -> Value where Value.RawValue == String {
        guard let value = Value(rawValue: name) else {
            let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError(say("\(option) takes \(known).", "\(option) 只能是 \(known)。"))
        }
        return value
    }
}
