import HTTPTypes
import HuaweiCloud
import Hummingbird
import SAML

/// Takes IDP metadata: by a page as Partner Center does, or by a PUT of the file.
struct RegistrationController: Sendable {
    /// More than the importer takes, so that it is the importer who says that a file is too large.
    private static let longest = 2 * PartnerCenter.largestMetadata

    let simulation: SimulatedHuaweiCloud

    func add(to group: RouterGroup<BasicRequestContext>) {
        group.get("registrations") { _, _ in RegistrationPages.upload() }
        group.post("registrations") { request, _ in try await upload(request) }
        group.put("registrations/{platform}") { request, context in
            try await put(request, context.parameters.get("platform") ?? "")
        }
    }

    private func upload(_ request: Request) async throws -> Response {
        let body = try await request.body.collect(upTo: Self.longest)
        let form = try MultipartForm(Array(body.readableBytesView), type: request.headers[.contentType] ?? "")
        let platformID = try platform(form.text("xAccountType") ?? "")
        let setting = try notification(form.text("notify"), form.text("channel"))
        let pasted = form.part("pasted").map { $0.content.isEmpty ? nil : $0.content } ?? nil
        let file = form.part("file").flatMap { $0.content.isEmpty ? nil : $0 }
        guard let content = file?.content ?? pasted else {
            throw Refusal(.transportMissing, xpath: "file", expected: "IDP Metadata.xml")
        }
        let name = file?.fileName ?? "pasted.xml"
        let outcome = await simulation.register(content, named: name, for: platformID, notifying: setting)
        return RegistrationPages.outcome(outcome)
    }

    private func put(_ request: Request, _ platform: String) async throws -> Response {
        let parameters = request.uri.queryParameters
        let setting = try notification(
            parameters["notify"].map(String.init),
            parameters["channel"].map(String.init)
        )
        let body = try await request.body.collect(upTo: Self.longest)
        let outcome = await simulation.register(
            Array(body.readableBytesView),
            named: parameters["name"].map(String.init) ?? "metadata.xml",
            for: try self.platform(platform),
            notifying: setting
        )
        return RegistrationPages.outcome(outcome)
    }

    private func platform(_ text: String) throws(Refusal) -> PlatformID {
        guard let platformID = PlatformID(text) else {
            let expected = "1 to \(PlatformID.longest) characters"
            throw Refusal(.loginLinkPlatformID, xpath: "xAccountType", expected: expected, found: text)
        }
        return platformID
    }

    private func notification(_ url: String?, _ channel: String?) throws(Refusal) -> NotificationSetting? {
        guard let url, !url.isEmpty else { return nil }
        let channels = NotificationSetting.Channel.allCases.map(\.rawValue).joined(separator: ", ")
        guard let channel = NotificationSetting.Channel(rawValue: channel ?? "browser") else {
            throw Refusal(.schemaValue, xpath: "channel", expected: channels, found: channel)
        }
        guard let setting = NotificationSetting(url, by: channel) else {
            throw Refusal(.metadataLocation, xpath: "notify", expected: "an http or https address", found: url)
        }
        return setting
    }
}
