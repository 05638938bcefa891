import XMLSecurity

/// Accounts side by side in a few arrays: a million of them cost their octets and thirteen more each, where a dictionary
/// of strings costs a hundred.
struct PackedAccounts: Sendable {
    private var octets: [UInt8] = []
    /// Where each id ends in `octets`.
    private var ends: [UInt32] = []
    private var entries: [Int64] = []
    private var states: [WhitelistState] = []
    /// Two numbers each, and nothing at all while all hold always, as most do.
    private var windows: [Int64] = []

    var count: Int { entries.count }

    mutating func append(_ id: some Collection<UInt8>, _ grant: WhitelistGrant) {
        octets.append(contentsOf: id)
        ends.append(UInt32(octets.count))
        entries.append(grant.entry)
        states.append(grant.state)
        guard grant.validity != .always || !windows.isEmpty else { return }
        // Those in front of the first that has a window hold always.
        while windows.count < (count - 1) * 2 { windows.append(windows.count.isMultiple(of: 2) ? .min : .max) }
        windows.append(grant.validity.from?.milliseconds ?? .min)
        windows.append(grant.validity.until?.milliseconds ?? .max)
    }

    func id(_ index: Int) -> ArraySlice<UInt8> {
        octets[Int(index == 0 ? 0 : ends[index - 1])..<Int(ends[index])]
    }

    func grant(_ index: Int) -> WhitelistGrant {
        WhitelistGrant(entry: entries[index], state: states[index], validity: validity(index))
    }

    private func validity(_ index: Int) -> Validity {
        guard !windows.isEmpty else { return .always }
        let (from, until) = (windows[index * 2], windows[index * 2 + 1])
        return Validity(
            judged: from == .min ? nil : Instant(milliseconds: from),
            until == .max ? nil : Instant(milliseconds: until)
        )
    }

    /// The hash of an id's octets.
    ///
    /// Swift's own, whose seed is another in every process: portals choose the ids, and could else choose such that all
    /// fall into one slot. Not that of `String`, for which two ways to write one letter are the same.
    static func hash(_ id: some Collection<UInt8>) -> Int {
        var hasher = Hasher()
        var word: UInt64 = 0
        var count = 0
        for octet in id {
            word = word << 8 | UInt64(octet)
            count += 1
            if count & 7 == 0 {
                hasher.combine(word)
                word = 0
            }
        }
        hasher.combine(word)
        hasher.combine(count)
        return hasher.finalize()
    }
}
