import HTTPTypes
import Hummingbird
import SAML
import XMLSecurity

/// The pages of the simulation; each says that it is one, in both languages, and needs no script.
enum SimulationPage {
    private static let style = """
        body{font:16px/1.5 sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem;overflow-wrap:anywhere}\
        input,textarea,button,select{font:inherit;max-width:100%}table{border-collapse:collapse}\
        td,th{border:1px solid #999;padding:.2rem .5rem;text-align:left;vertical-align:top}label{display:block}
        """
    private static let policy =
        "default-src 'none'; style-src 'sha256-\(Base64.encode(Digest.sha256(Array(style.utf8))))'; "
        + "base-uri 'none'; frame-ancestors 'none'"

    static func html(_ status: HTTPResponse.Status, _ title: String, _ content: String) -> Response {
        let page = """
            <!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" \
            content="width=device-width, initial-scale=1"><title>\(escape(title))</title>\
            <style>\(style)</style></head><body>\
            <p><small>Drawbridge Simulation 模拟环境</small></p><h1>\(escape(title))</h1>\(content)</body></html>
            """
        return Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8", .cacheControl: "no-store",
                .contentSecurityPolicy: policy,
            ],
            body: .init(byteBuffer: ByteBuffer(string: page))
        )
    }

    static func json(_ bytes: [UInt8]) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    static func text(_ status: HTTPResponse.Status, _ text: String) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: text + "\n"))
        )
    }

    static func redirect(_ url: String, cookie: String? = nil) -> Response {
        var response = Response(status: .found, headers: [.location: url, .cacheControl: "no-store"])
        if let cookie { response.headers[.setCookie] = cookie }
        return response
    }

    /// A request that makes no sense.
    static func unusable(_ text: Bilingual) -> Response {
        html(.badRequest, "请求无效 Bad request", both(text))
    }

    /// A text in both languages.
    static func both(_ text: Bilingual) -> String {
        "<p>\(escape(text.zh))<br>\(escape(text.en))</p>"
    }

    static func escape(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            // In an attribute a browser turns a line end of any kind into LF; as a reference it stays what it is.
            case "\n": escaped += "&#10;"
            case "\r": escaped += "&#13;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
