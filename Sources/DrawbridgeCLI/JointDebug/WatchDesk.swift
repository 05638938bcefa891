import Foundation
import IdentityProvider
import JointDebug
import SAML
import Server
import UnixSignals
import XMLSecurity

/// Follows the running service of an installation until somebody says that it is enough, and keeps what was seen as a run.
struct WatchDesk {
    let workspace: Workspace
    let folder: TapFolder
    let showsPersonalData: Bool

    init(_ workspace: Workspace, showsPersonalData: Bool) {
        self.workspace = workspace
        self.showsPersonalData = showsPersonalData
        folder = TapFolder(in: workspace.configuration.directory)
    }

    /// How often the folder is looked into; the service writes four times a second.
    private static let interval: Duration = .milliseconds(250)
    /// A service that runs answers within a second; after this one is told that none does, in seconds.
    private static let patience: Int64 = 3

    /// Follows.
    /// - Parameters:
    ///   - end: when it is over by itself; else at SIGINT, SIGTERM or SIGHUP.
    ///   - progress: told of each exchange with its number.
    /// - Returns: the run and where it is kept; `nil` when nothing was seen.
    /// - Throws: when the folder cannot be used, or another follows.
    func follow(
        until end: Instant?,
        progress: (ScenarioReport, Int) -> Void
    ) async throws -> (RunRecord, RunFolder)? {
        let began = workspace.clock.now
        var watcher = try await watcher()
        try takeLease(isNew: true)
        defer { folder.clear() }
        // Trapped before anything is seen: what was seen is never lost to a closed terminal.
        let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm, .sighup)
        let bell = Bell()
        let listening = Task {
            for await _ in signals { bell.ring() }
        }
        defer { listening.cancel() }
        await look(
            &watcher,
            since: began,
            while: { !bell.hasRung && end.map { workspace.clock.now < $0 } ?? true },
            progress
        )
        guard !watcher.reports.isEmpty else { return nil }
        return try await keep(watcher.reports, began: began)
    }

    private func look(
        _ watcher: inout Watcher,
        since began: Instant,
        while goesOn: () -> Bool,
        _ progress: (ScenarioReport, Int) -> Void
    ) async {
        var isSilent = true
        do {
            while goesOn() {
                try takeLease(isNew: false)
                try await take(&watcher, progress)
                if isSilent, folder.isAnswered {
                    isSilent = false
                } else if isSilent, workspace.clock.now.seconds(since: began) > Self.patience {
                    isSilent = false
                    Terminal.error(Self.silence)
                }
                try await Task.sleep(for: Self.interval)
            }
            // The service may have one look's worth of exchanges in hand.
            try await Task.sleep(for: Self.interval * 3)
            try await take(&watcher, progress)
        } catch {
            // What was seen so far is kept all the same.
            Terminal.error(say("Following ends: \(error)", "跟踪中断：\(error)"))
        }
    }

    private func take(_ watcher: inout Watcher, _ progress: (ScenarioReport, Int) -> Void) async throws {
        let exchanges = try folder.exchanges()
        // Keys may change while it goes on.
        if !exchanges.isEmpty { watcher.identityProvider = try await workspace.metadata() }
        for exchange in exchanges {
            if let report = watcher.see(SeenExchange(exchange)) { progress(report, watcher.reports.count) }
        }
    }

    private func takeLease(isNew: Bool) throws {
        guard let other = try folder.take(at: workspace.clock.now, isNew: isNew) else { return }
        throw CommandFailure(
            .unusable,
            "Another joint-debug watch follows this service (last seen \(other.xsDateTime)). End it first.",
            "已有另一个 joint-debug watch 正在跟踪该服务（最近活动 \(other.xsDateTime)），请先结束它。"
        )
    }

    private static var silence: String {
        say(
            "Nothing answers yet: is drawbridge serve running with this configuration, in stage joint-debug, as this user? Waiting goes on.",
            "尚无服务应答：drawbridge serve 是否使用此配置、在 joint-debug 阶段、以同一用户运行？继续等待。"
        )
    }

    private func watcher() async throws -> Watcher {
        let provider = try workspace.huaweiProvider()
        return Watcher(
            identityProvider: try await workspace.metadata(),
            huawei: try provider.map { provider in
                let service = try provider.descriptor.assertionConsumerService(url: nil, index: nil, binding: nil)
                return Watcher.HuaweiCloud(entityID: provider.entityID, assertionConsumerService: service.location)
            },
            showsPersonalData: showsPersonalData
        )
    }

    private func keep(_ reports: [ScenarioReport], began: Instant) async throws -> (RunRecord, RunFolder) {
        let isReal = try workspace.huaweiProvider().map { !$0.descriptor.isOfSimulation } ?? false
        return try RunDesk.keep(
            RunRecord(
                reports,
                name: RunDesk.name(at: began),
                at: began,
                kind: isReal ? .real : .simulation,
                identityProvider: await workspace.runSubject(),
                milliseconds: workspace.clock.now.milliseconds - began.milliseconds
            ),
            reports,
            in: workspace.configuration.directory,
            showsPersonalData: showsPersonalData
        )
    }
}
