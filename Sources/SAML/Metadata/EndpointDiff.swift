/// What differs between two lists of endpoints of a kind.
///
/// One that went and one that came with the same binding and index are one that changed.
struct EndpointDiff {
    let changes: [MetadataChange]

    init(_ old: [Endpoint], _ new: [Endpoint], of id: String, as subject: String) {
        let before = Set(old)
        let after = Set(new)
        let removed = old.filter { !after.contains($0) }
        var added = new.filter { !before.contains($0) }
        var changes: [MetadataChange] = []
        for endpoint in removed {
            let match = added.firstIndex { $0.binding == endpoint.binding && $0.index == endpoint.index }
            let successor = match.map { added.remove(at: $0) }
            changes.append(MetadataChange(subject, of: id, old: endpoint.fact, new: successor?.fact))
        }
        self.changes = changes + added.map { MetadataChange(subject, of: id, old: nil, new: $0.fact) }
    }
}

extension Endpoint {
    fileprivate var fact: String {
        let name = binding.split(separator: ":").last.map(String.init) ?? binding
        let parts = [
            index.map { "[\($0)]" }, name, location, responseLocation.map { "ResponseLocation \($0)" },
            isDefault.map { "isDefault \($0)" },
        ]
        return parts.compactMap { $0 }.joined(separator: " ")
    }
}
