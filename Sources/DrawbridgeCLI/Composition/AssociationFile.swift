import Foundation
import Onboarding
import SAML

/// A file of associations: CSV, or the JSON that `associations export --format json` writes.
enum AssociationFile {
    private struct Document: Decodable {
        let items: [Item]
    }

    private struct Item: Decodable {
        let x_account_id: String
        let state: String
        let domain_id: String?
        let domain_name: String?
    }

    static func read(_ path: String) throws -> [StatedAssociation] {
        let bytes = try InputFile.read(path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure(
                .unusable,
                "\(path) is not UTF-8; save it as CSV UTF-8.",
                "\(path) 不是 UTF-8，请另存为 CSV UTF-8。"
            )
        }
        do {
            let isJSON = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.first == "{"
            return try AssociationSheet.stated(isJSON ? rows(json: bytes) : AssociationSheet.rows(text))
        } catch let fault as AssociationSheet.Fault {
            throw CommandFailure(
                .unusable,
                "\(path):\(fault.line): \(fault.message.en) Nothing was imported.",
                "\(path):\(fault.line)：\(fault.message.zh)未导入任何内容。"
            )
        }
    }

    // An id without quotes is a number to most programs, which round it: only texts are taken.
    private static func rows(json bytes: [UInt8]) throws -> [AssociationSheet.Row] {
        let items: [Item]
        do {
            items = try JSONDecoder().decode(Document.self, from: Data(bytes)).items
        } catch let error as DecodingError {
            throw AssociationSheet.Fault(line: place(error), Bilingual(reason(error), "JSON 内容不符合要求；所有标识须为带引号的文本。"))
        }
        return items.enumerated().map { index, item in
            AssociationSheet.Row(
                line: index + 1,
                account: item.x_account_id,
                state: item.state,
                domainID: item.domain_id,
                domainName: item.domain_name
            )
        }
    }

    private static func context(_ error: DecodingError) -> DecodingError.Context? {
        switch error {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
            .dataCorrupted(let context):
            context
        @unknown default: nil
        }
    }

    private static func place(_ error: DecodingError) -> Int {
        (context(error)?.codingPath.compactMap(\.intValue).first ?? 0) + 1
    }

    private static func reason(_ error: DecodingError) -> String {
        let key = context(error)?.codingPath.last { $0.intValue == nil }?.stringValue
        switch error {
        case .typeMismatch: return "\(key ?? "items") must be text in quotation marks."
        case .keyNotFound(let missing, _): return "\(missing.stringValue) is missing."
        default: return "This is not the JSON of associations."
        }
    }
}
