import HuaweiCloud
import JointDebug
import SAML
import XMLSecurity

/// What a simulation is started with, besides its addresses and keys.
struct SimulationSetting {
    /// IDP metadata: the file, and the platform that it is for.
    struct Upload {
        let file: String
        let content: [UInt8]
        let platformID: PlatformID
    }

    let uploads: [Upload]
    let notification: NotificationSetting?
    let faults: Faults

    /// Reads the options of a command.
    /// - Parameters:
    ///   - metadata: each `FILE:xAccountType`.
    ///   - notify: the notification URL.
    ///   - channel: who carries notifications.
    ///   - faults: each `NAME[=VALUE]`.
    ///   - now: the time.
    /// - Throws: ``CommandFailure`` for the first that cannot be read.
    init(metadata: [String], notify: String?, channel: String, faults: [String], at now: Instant) throws {
        uploads = try metadata.map { try Self.upload($0, at: now) }
        notification = try notify.map { try Self.notification($0, channel) }
        do {
            self.faults = try Faults(faults.joined(separator: ","))
        } catch {
            throw CommandFailure(.unusable, error.message.en, error.message.zh)
        }
    }

    private static func upload(_ text: String, at now: Instant) throws -> Upload {
        guard let colon = text.lastIndex(of: ":"), colon > text.startIndex,
            let platformID = PlatformID(String(text[colon...].dropFirst()))
        else {
            throw CommandFailure(
                .unusable,
                "--idp-metadata takes FILE:xAccountType, as in idp-metadata.xml:example_IDP; '\(text)' is not that.",
                "--idp-metadata 的格式为“文件:xAccountType”，例如 idp-metadata.xml:example_IDP；“\(text)”不符合。"
            )
        }
        let file = String(text[..<colon])
        let upload = Upload(file: file, content: try InputFile.read(file), platformID: platformID)
        try judge(upload, at: now)
        return upload
    }

    private static func notification(_ url: String, _ channel: String) throws -> NotificationSetting {
        guard let channel = NotificationSetting.Channel(rawValue: channel) else {
            throw CommandFailure(
                .unusable,
                "--notify-by takes browser, server or both.",
                "--notify-by 只能是 browser、server 或 both。"
            )
        }
        guard let setting = NotificationSetting(url, by: channel) else {
            throw CommandFailure(
                .unusable,
                "--notify takes an http or https address, such as http://127.0.0.1:8080/bind.",
                "--notify 须为 http 或 https 地址，例如 http://127.0.0.1:8080/bind。"
            )
        }
        return setting
    }

    // Before anything is written: a file that is not taken leaves no directory behind.
    private static func judge(_ upload: Upload, at now: Instant) throws {
        let outcome = MetadataImport(
            upload.content,
            named: upload.file,
            for: upload.platformID,
            notifying: .none,
            at: now
        )
        guard outcome.registration == nil else { return }
        let reason = outcome.refusals.first?.code.message ?? outcome.findings.first?.rule.title
        throw CommandFailure(
            .unusable,
            "\(upload.file) is not imported: \(reason?.en ?? "see drawbridge metadata lint")",
            "\(upload.file) 未导入：\(reason?.zh ?? "见 drawbridge metadata lint")"
        )
    }

    /// Does all of it.
    func apply(to simulation: SimulatedHuaweiCloud) async {
        simulation.faults.set(faults)
        for upload in uploads {
            await simulation.register(
                upload.content,
                named: upload.file,
                for: upload.platformID,
                notifying: notification
            )
        }
    }
}
