import SAML

/// Why a bundle is not made, or not believed.
enum BundleRefusal: Error, Hashable, Sendable {
    case notGzip
    case bomb(limit: Int)
    case notAnArchive
    case tooManyFiles(Int)
    case unsafePath(String)
    case longPath(String)
    case duplicate(String)
    case notAFile(String)
    case tooLarge(String)
    case absent(String)
    case extra(String)
    case unreadable(String)
    case weakKey(String)
    case signature
    case otherKey(found: String, expected: String)
    case size(String)
    case digest(String)
    case foreignAttachment(String)
    case changed(String)
    case withoutEvidence(String)

    /// One sentence.
    var sentence: Bilingual {
        switch self {
        case .notGzip, .bomb, .notAnArchive, .tooManyFiles: whole
        case .weakKey, .signature, .otherKey: signing
        default: file
        }
    }

    private var whole: Bilingual {
        switch self {
        case .bomb(let limit):
            Bilingual("It unpacks to more than \(limit >> 20) MB.", "解压后超过 \(limit >> 20) MB。")
        case .tooManyFiles(let most): Bilingual("It holds more than \(most) files.", "其中文件超过 \(most) 个。")
        case .notAnArchive:
            Bilingual("It is not an archive that Drawbridge wrote, or it is cut off.", "不是 Drawbridge 写出的归档，或已被截断。")
        default: Bilingual("It is not a gzip file, or it is damaged.", "不是 gzip 文件，或已损坏。")
        }
    }

    private var signing: Bilingual {
        switch self {
        case .weakKey(let name):
            Bilingual("The signing key (\(name)) is too weak to prove anything.", "签名密钥（\(name)）强度不足，无法证明任何事。")
        case .otherKey(let found, let expected):
            Bilingual(
                "It is signed by the key \(found), not by \(expected).",
                "签名密钥是 \(found)，而不是 \(expected)。"
            )
        default: Bilingual("The signature over manifest.json is not good.", "manifest.json 的签名无效。")
        }
    }

    private var file: Bilingual {
        switch self {
        case .unsafePath(let path):
            Bilingual("The name \(shown(path)) leads out of the folder.", "文件名 \(shown(path)) 会越出目录。")
        case .longPath(let path): Bilingual("The name \(shown(path)) is too long.", "文件名 \(shown(path)) 过长。")
        case .duplicate(let path): Bilingual("\(shown(path)) is in it twice.", "\(shown(path)) 重复出现。")
        case .notAFile(let path): Bilingual("\(shown(path)) is not a plain file.", "\(shown(path)) 不是普通文件。")
        case .tooLarge(let path): Bilingual("\(shown(path)) is too large.", "\(shown(path)) 过大。")
        case .absent(let path): Bilingual("\(shown(path)) is missing.", "缺少 \(shown(path))。")
        case .extra(let path): Bilingual("\(shown(path)) is not in the manifest.", "\(shown(path)) 不在清单中。")
        case .size(let path):
            Bilingual("\(shown(path)) has another size than the manifest says.", "\(shown(path)) 的大小与清单不符。")
        case .digest(let path):
            Bilingual("\(shown(path)) was changed: its SHA-256 differs.", "\(shown(path)) 已被改动：SHA-256 不符。")
        case .foreignAttachment(let path):
            Bilingual("The content of \(shown(path)) is not what was attached.", "\(shown(path)) 的内容与所附文件不符。")
        case .changed(let path):
            Bilingual(
                "\(shown(path)) is no longer what the run saw; run the checklist again.",
                "\(shown(path)) 已不同于检查时的内容，请重新运行检查。"
            )
        case .withoutEvidence(let path):
            Bilingual(
                "\(shown(path)), on which the run rests, is not in it as the run saw it.",
                "检查所依据的 \(shown(path)) 不在其中，或与检查时不同。"
            )
        case .unreadable(let path): Bilingual("\(shown(path)) cannot be read.", "无法读取 \(shown(path))。")
        default: whole
        }
    }

    private func shown(_ path: String) -> String { PrettyXML.plain(path) }
}
