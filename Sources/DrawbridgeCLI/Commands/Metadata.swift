import ArgumentParser

/// `metadata`: IDP Metadata.xml.
struct Metadata: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "metadata",
            abstract: say("Our own metadata, and what any metadata says.", "生成自己的元数据，查看任意元数据。"),
            subcommands: [
                MetadataGenerate.self, MetadataLint.self, MetadataInspect.self, MetadataDiffCommand.self,
                MetadataSign.self, MetadataVerify.self, MetadataFetch.self,
            ]
        )
    }
}
