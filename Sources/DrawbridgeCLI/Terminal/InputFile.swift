import Foundation

/// Reads what a command is given.
enum InputFile {
    /// More than any document that is taken; larger input is not even read.
    static let usual = 16 * 1024 * 1024

    /// The octets of a file, or of standard input for `-`.
    static func read(_ path: String, longest: Int = usual) throws -> [UInt8] {
        let data: Data?
        if path == "-" {
            data = FileHandle.standardInput.readData(ofLength: longest + 1)
        } else {
            guard FileManager.default.fileExists(atPath: path) else {
                throw CommandFailure(.unusable, "There is no file \(path).", "文件 \(path) 不存在。")
            }
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            guard attributes?[.type] as? FileAttributeType != .typeDirectory else {
                throw CommandFailure(.unusable, "\(path) is a directory; give a file.", "\(path) 是目录，请指定文件。")
            }
            data = FileHandle(forReadingAtPath: path)?.readData(ofLength: longest + 1)
        }
        guard let data else {
            throw CommandFailure(
                .unusable,
                "\(path) cannot be read; check its owner and mode.",
                "无法读取 \(path)，请检查其属主和权限。"
            )
        }
        guard data.count <= longest else {
            let size = longest >> 20
            throw CommandFailure(.unusable, "\(path) is larger than \(size) MB.", "\(path) 超过 \(size) MB。")
        }
        return Array(data)
    }
}
