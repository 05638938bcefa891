/// Exact surgery on a message that we wrote ourselves, in canonical form: what is looked for must be there exactly once.
struct Surgery {
    private(set) var text: String

    init(_ octets: [UInt8]) {
        text = String(decoding: octets, as: UTF8.self)
    }

    init(_ text: String) {
        self.text = text
    }

    var octets: [UInt8] { Array(text.utf8) }

    /// The only occurrence.
    func only(_ wanted: String) throws(AttackNotApplicable) -> Range<String.Index> {
        let found = text.ranges(of: wanted)
        guard found.count == 1 else {
            throw AttackNotApplicable(reason: "\(found.count) occurrences of \(wanted.prefix(60))")
        }
        return found[0]
    }

    /// The only element of that qualified name, from its start tag to its end tag.
    func element(_ name: String) throws(AttackNotApplicable) -> String {
        let starts = text.ranges(of: "<" + name + ">") + text.ranges(of: "<" + name + " ")
        guard starts.count == 1 else { throw AttackNotApplicable(reason: "\(starts.count) elements \(name)") }
        let end = try only("</" + name + ">")
        guard starts[0].lowerBound < end.lowerBound else { throw AttackNotApplicable(reason: "\(name) ends first") }
        return String(text[starts[0].lowerBound..<end.upperBound])
    }

    /// The same element's start tag.
    func startTag(_ name: String) throws(AttackNotApplicable) -> String {
        let element = try element(name)
        guard let end = element.firstIndex(of: ">") else { throw AttackNotApplicable(reason: "\(name) has no end") }
        return String(element[...end])
    }

    mutating func replace(_ wanted: String, with new: String) throws(AttackNotApplicable) {
        guard wanted != new else { throw AttackNotApplicable(reason: "nothing changes") }
        text.replaceSubrange(try only(wanted), with: new)
    }

    mutating func insert(_ new: String, before wanted: String) throws(AttackNotApplicable) {
        try replace(wanted, with: new + wanted)
    }

    mutating func insert(_ new: String, after wanted: String) throws(AttackNotApplicable) {
        try replace(wanted, with: wanted + new)
    }

    /// Takes the only element of that name out and gives it.
    mutating func cut(_ name: String) throws(AttackNotApplicable) -> String {
        let element = try element(name)
        try replace(element, with: "")
        return element
    }

    /// The same with an edit, as one expression.
    static func edited(_ text: String, _ edit: (inout Surgery) throws -> Void) rethrows -> String {
        var surgery = Surgery(text)
        try edit(&surgery)
        return surgery.text
    }
}
