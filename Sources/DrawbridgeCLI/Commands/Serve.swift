import ArgumentParser
import Foundation
import HuaweiCloud
import IdentityProvider
import Logging
import NIOCore
import Onboarding
import Server
import ServiceLifecycle
import Storage
import UnixSignals
import XMLSecurity

/// `serve`: the service.
struct Serve: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "serve",
            abstract: say("Run the service.", "运行服务。"),
            discussion: say(
                "SIGTERM and Ctrl-C finish what is in flight and end it. It follows changed SP metadata, portals, keys and TLS files within a second; SIGHUP reads them at once.\nExample: drawbridge serve --check && drawbridge serve",
                "收到 SIGTERM 或 Ctrl-C 时，处理完进行中的请求后退出。SP 元数据、门户、密钥和 TLS 文件变化后一秒内生效；收到 SIGHUP 时立即重新读取。\n示例：drawbridge serve --check && drawbridge serve"
            )
        )
    }

    @Flag(help: ArgumentHelp(say("Check the configuration, keys and metadata, and end.", "检查配置、密钥和元数据后退出。")))
    var check = false

    @Option(
        name: .customLong("require-stage"),
        help: ArgumentHelp(
            say("Start only in this stage: joint-debug, live or closed.", "仅在该阶段启动：joint-debug、live 或 closed。"),
            valueName: say("stage", "阶段")
        )
    )
    var requiredStage: String?

    @OptionGroup var config: ConfigurationOption

    func validate() throws {
        guard requiredStage.map({ Stage(rawValue: $0) != nil }) != false else {
            throw ValidationError(
                say(
                    "--require-stage takes joint-debug, live or closed.",
                    "--require-stage 只能是 joint-debug、live 或 closed。"
                )
            )
        }
    }

    func run() async throws {
        let workspace = try Workspace(config.path)
        let configuration = workspace.configuration
        try await requireStage(workspace)
        let logger = ServiceLog.start(configuration.logFormat, level: configuration.logLevel, clock: workspace.clock)
        let metrics = PrometheusRegistry()
        metrics.install()
        let composition = try await ServiceComposition(workspace, logger: logger, metrics: metrics)
        if check {
            try report(composition, configuration)
            return
        }
        logger.info(
            "starting",
            metadata: [
                "base": .string(configuration.baseURL),
                "listen": .string("\(configuration.listen.host):\(configuration.listen.port)"),
                "operations": .string("\(configuration.operations.host):\(configuration.operations.port)"),
            ]
        )
        var lifecycle = ServiceGroupConfiguration(
            services: composition.all.map { .init(service: $0) },
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        lifecycle.maximumGracefulShutdownDuration = .seconds(ListenerLimits.farewell)
        let group = ServiceGroup(configuration: lifecycle)
        do {
            try await group.run()
        } catch let error as IOError {
            throw CommandFailure(
                .unusable,
                "The service cannot listen: \(error). Is another one running on \(configuration.listen.port) or \(configuration.operations.port)?",
                "无法监听：\(error)。端口 \(configuration.listen.port) 或 \(configuration.operations.port) 是否已被占用？"
            )
        }
    }

    // A production unit file names its stage, so that a store of joint debugging is never put behind the public address.
    private func requireStage(_ workspace: Workspace) async throws {
        let present = try await SQLiteStageStore(workspace.database).stage()
        guard let requiredStage, requiredStage != present.rawValue else { return }
        throw CommandFailure(
            .doesNotHold,
            "The stage is \(present.rawValue), not \(requiredStage); see: drawbridge go-live --help",
            "当前阶段为 \(present.rawValue)，不是 \(requiredStage)，见：drawbridge go-live --help"
        )
    }

    private func report(_ composition: ServiceComposition, _ configuration: Configuration) throws {
        let services = composition.services
        Terminal.print(say("entity id", "entityID") + "  \(configuration.entityID)")
        Terminal.print(say("signs with", "签名密钥") + "  \(services.identityProvider.signingKey.id)")
        for provider in services.identityProvider.federation.serviceProviders {
            Terminal.print("SP  \(provider.entityID)  (\(provider.settings.attributes.rawValue))")
        }
        for portal in services.portals { Terminal.print(say("portal", "门户") + "  \(portal.name)") }
        let directory = services.current.now.testDirectory
        if let directory {
            Terminal.print(say("test directory  \(directory.count) users", "测试目录  \(directory.count) 个用户"))
        }
        var missing: [String] = []
        if let huawei = services.identityProvider.settings.huawei {
            if huawei.platformID == nil { missing.append("huawei.platform_id") }
            if huawei.partnerID == nil { missing.append("huawei.bp_id") }
            if huawei.firstLoginWhenUnknown == nil { missing.append("first_login.when_unknown") }
        }
        if services.portals.isEmpty, directory == nil {
            missing.append(say("a portal (drawbridge portals add)", "门户（drawbridge portals add）"))
        }
        if services.identityProvider.federation.serviceProviders.isEmpty {
            missing.append(say("a service provider (drawbridge sp import)", "服务提供商（drawbridge sp import）"))
        }
        for item in missing { Terminal.print(say("missing: ", "缺少：") + item) }
        guard missing.isEmpty else { throw ExitCode(CommandFailure.Status.doesNotHold.rawValue) }
        Terminal.print(Terminal.paint(say("ready to serve", "可以启动"), .green))
    }
}
