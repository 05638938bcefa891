import Foundation
import SAML

/// The language that this process speaks: `--lang`, else `LC_ALL`, else `LANG`, else English.
enum Speech {
    static let language: Language = choose(
        arguments: ProcessInfo.processInfo.arguments,
        environment: ProcessInfo.processInfo.environment
    )

    static func choose(arguments: [String], environment: [String: String]) -> Language {
        if let flag = arguments.firstIndex(of: "--lang"), flag + 1 < arguments.count,
            let language = Language(rawValue: arguments[flag + 1])
        {
            return language
        }
        let named = arguments.compactMap { $0.hasPrefix("--lang=") ? Language(rawValue: String($0.dropFirst(7))) : nil }
        if let language = named.first { return language }
        let locale = environment["LC_ALL"].flatMap { $0.isEmpty ? nil : $0 } ?? environment["LANG"] ?? ""
        return locale.lowercased().hasPrefix("zh") ? .zh : .en
    }
}

/// A text in the language of this process; both are always written.
func say(_ en: String, _ zh: String) -> String {
    Bilingual(en, zh)[Speech.language]
}
