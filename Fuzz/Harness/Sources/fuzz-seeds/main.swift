import Foundation

// fuzz-seeds FUZZ-FOLDER: the corpora and what the targets trust, signed with a key that lives as long as this process.
guard CommandLine.arguments.count == 2 else {
    FileHandle.standardError.write(Data("usage: fuzz-seeds FUZZ-FOLDER\n".utf8))
    exit(2)
}
var seeds = try Seeds(folder: CommandLine.arguments[1])
try seeds.write()
