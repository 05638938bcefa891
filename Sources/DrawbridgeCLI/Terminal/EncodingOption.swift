import ArgumentParser

/// How a file's octets are read.
struct EncodingOption: ParsableArguments {
    @Option(
        name: .customLong("encoding"),
        help: ArgumentHelp(
            say("utf-8, with or without mark, or gb18030.", "utf-8（可带 BOM）或 gb18030。"),
            valueName: say("encoding", "编码")
        )
    )
    var name = WhitelistFile.Encoding.utf8.rawValue

    var value: WhitelistFile.Encoding { WhitelistFile.Encoding(rawValue: name) ?? .utf8 }

    func validate() throws {
        _ = try NamedCase.value(WhitelistFile.Encoding.self, "--encoding", name)
    }
}
