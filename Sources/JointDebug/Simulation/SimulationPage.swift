import HTTPTypes
import Hummingbird
import SAML

/// The pages of the simulation; each says that it is one.
enum SimulationPage {
    static func html(_ status: HTTPResponse.Status, _ title: String, _ content: String) -> Response {
        let page = """
            <!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" \
            content="width=device-width, initial-scale=1"><title>\(escape(title))</title></head><body>\
            <p><small>Drawbridge Simulation 模拟环境</small></p><h1>\(escape(title))</h1>\(content)</body></html>
            """
        return Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8", .cacheControl: "no-store",
                .contentSecurityPolicy: "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
            ],
            body: .init(byteBuffer: ByteBuffer(string: page))
        )
    }

    static func refused(_ refusal: Refusal) -> Response {
        let lines = [refusal.code.id, refusal.xpath, refusal.expected, refusal.found].compactMap { $0 }
        let list = lines.map { "<li>\(escape($0))</li>" }.joined()
        return html(.forbidden, refusal.code.message.zh, "<p>\(escape(refusal.code.message.en))</p><ul>\(list)</ul>")
    }

    static func refused(_ what: String, found: String) -> Response {
        html(.badRequest, "请求无效 Bad request", "<p>\(escape(what)): \(escape(found))</p>")
    }

    static func escape(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
