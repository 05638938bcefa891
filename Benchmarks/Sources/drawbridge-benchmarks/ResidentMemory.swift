import Foundation
import GlibcMalloc

/// What Linux says of this process's memory.
enum ResidentMemory {
    /// The most that `body` needed beyond what was resident before, in kilobytes.
    static func growth(of body: () -> Void) throws -> Int {
        // What was freed before is given back, so that it cannot hide what is needed now.
        malloc_trim(0)
        // 5 sets the high-water mark back to what is resident now (proc(5)).
        try Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
        let before = try field("VmRSS")
        body()
        return try max(0, field("VmHWM") - before)
    }

    private static func field(_ name: String) throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix(name + ":") }),
            let value = Int(line.filter(\.isNumber))
        else { throw CocoaError(.fileReadCorruptFile) }
        return value
    }
}
