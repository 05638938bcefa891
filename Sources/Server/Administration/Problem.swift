import Foundation
import HTTPTypes
import Hummingbird
import Onboarding
import SAML

/// An error of the API as problem+json (RFC 9457), with a code that stays and texts in both languages.
struct Problem: Encodable, Sendable {
    let type = "about:blank"
    let title: String
    let titleZh: String
    let status: Int
    let detail: String
    let detailZh: String
    let code: String
    private let allowed: [String]

    private enum CodingKeys: String, CodingKey {
        case type
        case title
        case titleZh = "title_zh"
        case status
        case detail
        case detailZh = "detail_zh"
        case code
    }

    private init(_ status: Int, _ code: String, _ title: Bilingual, _ detail: Bilingual, allowed: [String] = []) {
        self.status = status
        self.code = code
        self.title = title.en
        titleZh = title.zh
        self.detail = detail.en
        detailZh = detail.zh
        self.allowed = allowed
    }

    /// What is told of an error; `nil` for one that is ours.
    init?(_ error: any Error) {
        switch error {
        case let fault as RequestFault: self.init(fault)
        case let refusal as OperatorRefusal:
            let status = refusal.reason.isUnproved ? 401 : refusal.reason == .role ? 403 : 409
            self.init(status, "operator." + refusal.reason.code, refusal.reason.message, refusal.message)
        case let refusal as WhitelistRefusal:
            self.init(
                Self.status(refusal.reason),
                "change." + refusal.reason.code,
                refusal.reason.message,
                refusal.message
            )
        case let fault as SheetFault:
            let place = Bilingual("entry \(fault.line): \(fault.message.en)", "第 \(fault.line) 条：\(fault.message.zh)")
            self.init(422, "change.entry", Bilingual("An entry does not hold.", "条目不成立。"), place)
        default: return nil
        }
    }

    init(_ fault: RequestFault) {
        let (en, zh) = fault.found.map { (" (\($0))", "（\($0)）") } ?? ("", "")
        let detail = Bilingual(fault.message.en + en + " " + fault.hint.en, fault.message.zh + zh + fault.hint.zh)
        self.init(fault.status, fault.code, fault.message, detail, allowed: fault.allowed)
    }

    init(_ refusal: Refusal, status: Int) {
        self.init(status, refusal.code.id, refusal.code.message, refusal.code.hint)
    }

    private static func status(_ reason: WhitelistRefusal.Reason) -> Int {
        switch reason {
        case .conflict: 412
        case .unknown, .revision: 404
        case .ownApproval, .approverMissing, .unproved, .enrolmentMissing: 403
        case .enrolmentSpent: 429
        default: reason.isWrongInput || reason == .reasonMissing ? 422 : 409
        }
    }

    var response: Response {
        var headers: HTTPFields = [
            .contentType: "application/problem+json", .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
        ]
        if status == 401 { headers[.wwwAuthenticate] = "Bearer" }
        if !allowed.isEmpty { headers[.allow] = allowed.joined(separator: ", ") }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = (try? encoder.encode(self)) ?? Data()
        return Response(
            status: HTTPResponse.Status(code: status),
            headers: headers,
            body: .init(byteBuffer: ByteBuffer(bytes: body))
        )
    }
}
