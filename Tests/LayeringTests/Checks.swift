/// The rules of the house that a compiler does not hold: each returns what it found, one sentence a finding.
enum Checks {
    /// A file that is longer holds more than one thing.
    static let longestFile = 400

    static func all(_ file: SourceFile) -> [String] {
        guard let module = Module.table.first(where: { $0.name == file.module }) else {
            return ["\(file.path): the folder \(file.module) is not in the table of Module+Table.swift"]
        }
        return imports(file, of: module) + outsideWorld(file, of: module) + memory(file) + length(file)
    }

    private static func imports(_ file: SourceFile, of module: Module) -> [String] {
        file.code.compactMap { number, text in
            guard let line = ImportLine(text) else { return nil }
            let place = "\(file.path):\(number)"
            if let odd = line.modifiers.first(where: { $0 == "@_exported" || $0.hasPrefix("@testable") }) {
                return "\(place): \(odd) hides who depends on whom"
            }
            if Module.ownNames.contains(line.module) {
                return module.ours.contains(line.module)
                    ? nil : "\(place): \(module.name) must not import \(line.module)"
            }
            guard let others = module.others, !others.contains(line.module) else { return nil }
            return "\(place): \(module.name) must not import \(line.module)"
        }
    }

    /// Pure modules get the time and randomness as parameters.
    private static func outsideWorld(_ file: SourceFile, of module: Module) -> [String] {
        guard module.isPure else { return [] }
        let pattern = /\bDate\(\)|\.now\b|\.random(Element)?\b|\.shuffled?\b|\bSystemRandomNumberGenerator\b/
        return file.code.compactMap { number, text in
            text.firstMatch(of: pattern).map {
                "\(file.path):\(number): \(module.name) is pure and must not use \($0.output.0)"
            }
        }
    }

    private static func memory(_ file: SourceFile) -> [String] {
        guard file.module != "XMLSecurity" else { return [] }
        let word = /\bunsafe\b/
        return file.code.compactMap { number, text in
            text.contains(word) ? "\(file.path):\(number): unsafe stands only in XMLSecurity" : nil
        }
    }

    private static func length(_ file: SourceFile) -> [String] {
        file.lines.count > longestFile ? ["\(file.path): \(file.lines.count) lines; split it"] : []
    }
}
