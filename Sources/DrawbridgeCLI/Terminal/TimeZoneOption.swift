import ArgumentParser
import Foundation
import Server

/// The zone of the times that are typed and shown.
struct TimeZoneOption: ParsableArguments {
    @Option(
        name: .customLong("tz"),
        help: ArgumentHelp(
            say("The time zone, such as Asia/Shanghai; the system's without it.", "时区，如 Asia/Shanghai；不填则用系统时区。"),
            valueName: say("zone", "时区")
        )
    )
    var identifier: String?

    var time: TimeArgument {
        TimeArgument(zone: identifier.flatMap { TimeZone(identifier: $0) } ?? .current, now: Clock.system.now)
    }

    func validate() throws {
        guard identifier.map({ TimeZone(identifier: $0) != nil }) ?? true else {
            throw ValidationError(say("--tz takes a zone such as Asia/Shanghai.", "--tz 须为时区名，如 Asia/Shanghai。"))
        }
    }
}
