import Foundation
import XMLSecurity

/// A time as people type it: `10:02`, `2026-11-23 10:02`, `2026-11-23T02:02:00Z`, or `7d`, `24h`, `30m` ago.
struct TimeArgument {
    /// Says what is taken.
    static var rule: String {
        say(
            "a time: 10:02, \"2026-11-23 10:02\", 2026-11-23T02:02:00Z, or 7d, 24h, 30m ago",
            "时间：10:02、\"2026-11-23 10:02\"、2026-11-23T02:02:00Z，或 7d、24h、30m 之前"
        )
    }

    let zone: TimeZone
    let now: Instant

    func instant(_ text: String) -> Instant? {
        if let instant = Instant(xsDateTime: text) { return instant }
        return ago(text) ?? clock(text) ?? calendar(text)
    }

    /// A time of day as its last occurrence, never a later one.
    private func clock(_ text: String) -> Instant? {
        guard text.wholeMatch(of: /[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?/) != nil else { return nil }
        let today = show(now).prefix(10)
        guard
            let instant = calendar(
                today + " " + (text.firstIndex(of: ":") == text.index(after: text.startIndex) ? "0" : "") + text
            )
        else { return nil }
        return instant <= now ? instant : instant.adding(seconds: -86_400)
    }

    private func ago(_ text: String) -> Instant? {
        guard let match = text.wholeMatch(of: /([0-9]{1,5})([dhm])/), let number = Int64(match.1) else { return nil }
        let unit: Int64 = match.2 == "d" ? 86_400 : match.2 == "h" ? 3600 : 60
        return now.adding(seconds: -number * unit)
    }

    private func calendar(_ text: String) -> Instant? {
        let formats = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"]
        let text = text.replacing("T", with: " ")
        let dates = formats.lazy.compactMap { self.formatter($0).date(from: text) }
        return dates.first.map { Instant(milliseconds: Int64($0.timeIntervalSince1970 * 1000)) }
    }

    /// The time in the zone, as `2026-11-23 10:02:31 +0800`.
    func show(_ instant: Instant) -> String {
        formatter("yyyy-MM-dd HH:mm:ss xx").string(
            from: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
        )
    }

    private func formatter(_ format: String) -> DateFormatter {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = zone
        formatter.isLenient = false
        formatter.dateFormat = format
        return formatter
    }
}
