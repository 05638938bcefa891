import Foundation
import Onboarding
import SAML
import Yams

/// A file of whitelist entries: CSV or YAML, in UTF-8 or, as spreadsheets in China save it, in GB 18030.
enum WhitelistFile {
    /// How the octets of a file are read.
    enum Encoding: String, CaseIterable {
        case utf8 = "utf-8"
        case gb18030
    }

    /// A million entries, and no more.
    private static let longest = 256 * 1024 * 1024

    static func read(_ path: String, _ encoding: Encoding) throws -> [WhitelistDraft] {
        let text = try decode(InputFile.read(path, longest: longest), encoding, path)
        let isYAML = path.hasSuffix(".yaml") || path.hasSuffix(".yml") || text.hasPrefix("entries:")
        do {
            return try WhitelistSheet.drafts(isYAML ? rows(yaml: text) : WhitelistSheet.rows(text))
        } catch let fault as SheetFault {
            throw CommandFailure(
                .unusable,
                "\(path):\(fault.line): \(fault.message.en) Nothing was changed.",
                "\(path):\(fault.line)：\(fault.message.zh)未做任何修改。"
            )
        }
    }

    private static func decode(_ bytes: [UInt8], _ encoding: Encoding, _ path: String) throws -> String {
        let text: String? =
            switch encoding {
            case .utf8: String(validating: bytes, as: UTF8.self)
            // Foundation names no constant for it: kCFStringEncodingGB_18030_2000, marked as of CoreFoundation.
            case .gb18030: String(data: Data(bytes), encoding: String.Encoding(rawValue: 0x8000_0632))
            }
        guard let text else {
            throw CommandFailure(
                .unusable,
                "\(path) is not \(encoding.rawValue); give --encoding utf-8 or --encoding gb18030.",
                "\(path) 不是 \(encoding.rawValue) 编码，请使用 --encoding utf-8 或 --encoding gb18030。"
            )
        }
        return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    }

    private static func rows(yaml text: String) throws -> [SheetRow] {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            let line = (error as? YamlError).flatMap(line) ?? 1
            throw SheetFault(line: line, Bilingual("This is not YAML.", "不是合法的 YAML。"))
        }
        guard let entries = root?.mapping?["entries"]?.sequence else {
            throw SheetFault(line: 1, Bilingual("The file has a list `entries`.", "文件须包含列表 entries。"))
        }
        return try entries.map(row)
    }

    private static func line(_ error: YamlError) -> Int? {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        default: nil
        }
    }

    private static func row(_ node: Node) throws -> SheetRow {
        let line = node.mark?.line ?? 1
        guard let mapping = node.mapping else {
            throw SheetFault(line: line, Bilingual("An entry has kind and subject.", "条目须包含 kind 和 subject。"))
        }
        var values: [String: String] = [:]
        for (key, value) in mapping {
            guard let name = key.string, let scalar = value.scalar else {
                throw SheetFault(line: line, Bilingual("A value is one text.", "每个值须为单个文本。"))
            }
            try requireText(scalar, of: name, line: value.mark?.line ?? line)
            values[name] = scalar.string
        }
        return SheetRow(line: line, values)
    }

    // `00017` without quotes is a number to YAML, and another one than was meant.
    private static func requireText(_ scalar: Node.Scalar, of name: String, line: Int) throws {
        let isNumber = Double(scalar.string) != nil || scalar.string.wholeMatch(of: /[-+]?0[xob][0-9a-fA-F_]+/) != nil
        guard name == "subject", scalar.style == .plain, isNumber else { return }
        throw SheetFault(line: line, WhitelistRefusal(.unquoted, scalar.string).message)
    }
}
