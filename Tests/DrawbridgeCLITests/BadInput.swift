import Testing

/// One wrong use of the command, with what must be said about it.
struct BadInput: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    let status: Int32
    let says: String
    let file: String?

    /// Arguments are split at spaces; `%` stands for the file that holds `file`.
    init(_ arguments: String, _ status: Int32, _ says: String, file: String? = nil) {
        self.arguments = arguments.split(separator: " ").map { $0 == "%" ? "input" : String($0) }
        self.status = status
        self.says = says
        self.file = file
    }

    var testDescription: String { arguments.joined(separator: " ") }

    static let all: [BadInput] = [
        BadInput("nonsense", 2, "nonsense"),
        BadInput("init --base-url ftp://x --directory other", 2, "base_url"),
        BadInput("init --base-url https://idp.example.com --site mars --directory other", 2, "huawei.site"),
        BadInput("init --base-url https://idp.example.com --directory drawbridge.yaml/below", 2, "cannot be created"),
        BadInput("init", 2, "--base-url"),
        BadInput("keys generate --bits 1024", 2, "--bits"),
        BadInput("keys generate --days 0", 2, "--days"),
        BadInput("keys generate --name ../../evil", 2, "name"),
        BadInput("keys generate --name signing-1", 2, "never overwritten"),
        BadInput("keys list --config missing.yaml", 2, "missing.yaml"),
        BadInput("keys list --config certs", 2, "directory"),
        BadInput("keys publish nobody", 2, "no key nobody"),
        BadInput("keys publish signing-1", 1, "already"),
        BadInput("keys retire signing-1", 1, "keys activate"),
        BadInput("keys activate signing-1", 1, "already"),
        BadInput("metadata generate --first nobody", 2, "keys publish nobody"),
        BadInput("access-config record --uploaded missing.xml --by Li", 2, "missing.xml"),
        BadInput("access-config record --uploaded % --by Li", 2, "schema.malformed", file: "<a"),
        BadInput("access-config record --by Li", 2, "--platform-id"),
        BadInput("access-config record --platform-id example_IDP", 2, "--by"),
        BadInput("access-config record --platform-id a\u{7}b --by Li", 2, "--platform-id"),
        BadInput("access-config record --platform-id \(String(repeating: "x", count: 65)) --by Li", 2, "64"),
        BadInput("access-config record --bp-id \u{200B} --by Li", 2, "--bp-id"),
        BadInput("access-config record --bp-id 0123 --by \u{1B}", 2, "--by"),
        BadInput(
            "access-config record --bp-id 0123 --by Li --config %",
            2,
            "huawei.site",
            file: "base_url: https://x.example"
        ),
        BadInput("access-config show --format pdf", 2, "pdf"),
        BadInput("access-config show --tz Mars/Olympus", 2, "--tz"),
        BadInput("access-config show --output drawbridge.yaml/x", 2, "cannot be written"),
        BadInput("access-config show --config %", 2, "huawei.site", file: "base_url: https://x.example"),
        BadInput(
            "access-config show --config %",
            2,
            "partner_center.paid_url",
            file:
                "base_url: https://x.example\nhuawei: {site: china}\npartner_center: {paid_url: 'javascript:alert(1)'}"
        ),
        BadInput("test-users list", 2, "test_directory.file"),
        BadInput("test-users add zhangwei --x-user-id u", 2, "--x-account-id"),
        BadInput("test-users add zhangwei --x-user-id u --x-account-id a", 2, "test_directory.file"),
        BadInput("test-users add zh\u{7}w --x-user-id u --x-account-id a", 2, "64"),
        BadInput("test-users add zhangwei --x-user-id u\u{1} --x-account-id a", 2, "--x-user-id"),
        BadInput("test-users add zhangwei --x-user-id u --x-account-id a --email x", 2, "--email"),
        BadInput("test-users add zhangwei --x-user-id u --x-account-id a --account-name op_x", 2, "--account-name"),
        BadInput(
            "test-users add zhangwei --x-user-id u --x-account-id a --config %",
            2,
            "at least 8",
            file: "base_url: https://x.example\ntest_directory: {file: test.yaml}"
        ),
        BadInput(
            "test-users remove nobody --config %",
            2,
            "nobody",
            file: "base_url: https://x.example\ntest_directory: {file: test.yaml}"
        ),
        BadInput(
            "sp list --config %",
            2,
            "test_directory.accounts",
            file: "base_url: https://x.example\ntest_directory: {file: test.yaml, accounts: 'a-1, a-*'}"
        ),
        BadInput(
            "sp list --config %",
            2,
            "test_directory.file",
            file: "base_url: https://x.example\ntest_directory: {accounts: a-1}"
        ),
        BadInput(
            "sp list --config %",
            2,
            "test_directory.sign_in",
            file: "base_url: https://x.example\ntest_directory: {file: test.yaml, sign_in: perhaps}"
        ),
        BadInput("keys list --format xml", 2, "xml"),
        BadInput("keys list --lang fr", 2, "--lang"),
        BadInput("sp list --config %", 2, "input:1", file: "base_urll: https://x"),
        BadInput("sp list --config %", 2, "base_url", file: "base_urll: https://x"),
        BadInput("sp list --config %", 2, "YAML", file: "a: [1,"),
        BadInput("sp list --config %", 2, "base_url", file: "skew: 180"),
        BadInput("sp list --config %", 2, "skew", file: "base_url: https://x.example\nskew: -1"),
        BadInput("sp list --config %", 2, "listen.port", file: "base_url: https://x.example\nlisten: {port: 70000}"),
        BadInput("sp list --config %", 2, "https", file: "base_url: http://idp.example.com"),
        BadInput(
            "sp list --config %",
            2,
            "first_login.when_unknown",
            file: "base_url: https://x.example\nhuawei: {site: china}\nfirst_login: {when_unknown: maybe}"
        ),
        BadInput(
            "sp list --config %",
            2,
            "huawei.simulation",
            file:
                "base_url: https://x.example\nhuawei: {site: simulation, simulation: {login: 'http://a.example', console: 'http://127.0.0.1:1'}}"
        ),
        BadInput("response validate missing --idp-metadata x --sp-entity-id s --acs-url a", 2, "missing"),
        BadInput("response validate % --idp-metadata x --sp-entity-id s --acs-url a", 2, "empty", file: ""),
        BadInput(
            "response validate % --idp-metadata missing.xml --sp-entity-id s --acs-url a",
            2,
            "missing.xml",
            file: "<a/>"
        ),
        BadInput(
            "response validate % --idp-metadata % --sp-entity-id s --acs-url a",
            2,
            "structure.root",
            file: "<a/>"
        ),
        BadInput("response validate % --idp-metadata x --sp-entity-id s", 2, "--acs-url", file: "<a/>"),
        BadInput(
            "response validate % --idp-metadata x --sp-entity-id s --acs-url a --policy lax",
            2,
            "lax",
            file: "<a/>"
        ),
        BadInput(
            "response validate % --idp-metadata x --sp-entity-id s --acs-url a --at noon",
            2,
            "--at",
            file: "<a/>"
        ),
        BadInput(
            "response validate % --idp-metadata x --sp-entity-id s --acs-url a --skew -1",
            2,
            "skew",
            file: "<a/>"
        ),
        BadInput(
            "response validate % --idp-metadata x --sp-entity-id s --acs-url a --unsolicited --in-response-to _1",
            2,
            "not both",
            file: "<a/>"
        ),
        BadInput("request validate --sp-metadata x --destination d", 2, "exactly one"),
        BadInput("request validate --url u --post-file f --sp-metadata x --destination d", 2, "exactly one"),
        BadInput("request validate --query-file missing --sp-metadata x --destination d", 2, "missing"),
        BadInput("sp import missing.xml --name x", 2, "missing.xml"),
        BadInput("sp import % --name x", 2, "schema.malformed", file: "not xml"),
        BadInput("sp import % --name x", 2, "structure.root", file: "<a/>"),
        BadInput("sp import % --name x", 2, "dtd.doctype", file: "<!DOCTYPE a><a/>"),
        BadInput("sp import % --name ../x", 2, "name", file: "<a/>"),
        BadInput("sp import metadata.xml --name x", 1, "schema.no-sp-role"),
        BadInput("sp show nobody", 2, "nobody"),
        BadInput("sp remove nobody", 2, "nobody"),
        BadInput("metadata inspect %", 2, "schema.malformed", file: "<a"),
        BadInput("metadata lint missing.xml", 2, "missing.xml"),
        BadInput("metadata lint % --profile strict", 2, "strict", file: "<a/>"),
        BadInput("metadata lint % --format xml", 2, "xml", file: "<a/>"),
        BadInput("metadata lint % --certificate %", 2, "certificate", file: "<a/>"),
        BadInput("metadata lint %", 1, "metadata.document.malformed", file: "<a"),
        BadInput("metadata lint %", 1, "metadata.document.root", file: "<a/>"),
        BadInput("metadata diff metadata.xml missing.xml", 2, "missing.xml"),
        BadInput("metadata diff metadata.xml %", 2, "structure.root", file: "<a/>"),
        BadInput("metadata sign metadata.xml --key missing --certificate certs/signing-1.crt.pem", 2, "missing"),
        BadInput("metadata sign metadata.xml --key % --certificate certs/signing-1.crt.pem", 2, "chmod 600", file: "x"),
        BadInput("metadata sign metadata.xml --key ec.key --certificate certs/signing-1.crt.pem", 2, "another key"),
        BadInput(
            "metadata sign metadata.xml --key ec.key --certificate certs/signing-1.crt.pem --algorithm rsa-sha512",
            2,
            "--algorithm"
        ),
        BadInput("metadata sign metadata.xml --key ec.key --certificate x --algorithm rsa-sha1", 2, "--algorithm"),
        BadInput("metadata fetch http://127.0.0.1/metadata.xml", 2, "https"),
        BadInput("metadata fetch https://127.0.0.1/metadata.xml", 2, "--allow-private"),
        BadInput("metadata fetch https://127.0.0.1/metadata.xml --fingerprint xyz", 2, "64"),
        BadInput("metadata fetch https://127.0.0.1/metadata.xml --timeout 0", 2, "600"),
        BadInput("metadata fetch https://nobody.invalid/metadata.xml", 2, "nobody.invalid"),
        BadInput(
            "metadata sign % --key ec.key --certificate certs/signing-1.crt.pem",
            2,
            "schema.malformed",
            file: "<a"
        ),
        BadInput("metadata verify metadata.xml --certificate %", 2, "certificate", file: "x"),
        BadInput("metadata verify metadata.xml --certificate certs/signing-1.crt.pem", 1, "signature.missing"),
        BadInput("metadata verify % --certificate certs/signing-1.crt.pem", 2, "schema.malformed", file: "<a"),
        BadInput("metadata generate --output drawbridge.yaml/x", 2, "cannot be written"),
        BadInput(
            "portals add mall --sign-in-url javascript:alert(1) --key % --algorithm RS256",
            2,
            "--sign-in-url",
            file: "x"
        ),
        BadInput(
            "portals add mall --sign-in-url https://m.example/ --key % --algorithm none",
            2,
            "--algorithm",
            file: "x"
        ),
        BadInput("portals add mall --sign-in-url https://m.example/ --key % --algorithm RS256", 2, "PEM", file: "x"),
        BadInput("portals add mall --sign-in-url https://m.example/ --key % --algorithm HS256", 2, "32", file: "short"),
        BadInput("portals add mall --sign-in-url https://m.example/ --key ec.pub --algorithm RS256", 2, "RS256"),
        BadInput("portals add mall --sign-in-url https://m.example/ --algorithm RS256", 2, "--key-url"),
        BadInput(
            "portals add mall --sign-in-url https://m.example/ --algorithm HS256 --key-url https://m.example/keys",
            2,
            "--key"
        ),
        BadInput(
            "portals add mall --sign-in-url https://m.example/ --algorithm RS256 --key-url http://m.example/keys",
            2,
            "https"
        ),
        BadInput(
            "portals add mall --sign-in-url https://m.example/ --algorithm RS256 --key-url https://127.0.0.1/keys",
            2,
            "127.0.0.1"
        ),
        BadInput("portals remove nobody", 2, "nobody"),
        BadInput("handoff mint --portal nobody --key ec.key --user u --account a", 2, "nobody"),
        BadInput("handoff check %", 1, "token.malformed", file: "not a token"),
        BadInput("handoff check %", 1, "token.unknown-key", file: "eyJhbGciOiJub25lIn0.e30.AA"),
        BadInput("message decode %", 2, "Base64", file: "%%%"),
        BadInput("message decode %", 2, "Base64", file: ""),
        BadInput("message decode %", 2, "transport.base64", file: "https://x/?SAMLRequest=a+b"),
        BadInput("response issue --request % --user %", 1, "transport.message-missing", file: "x=1"),
        BadInput("response issue --request % --user % --at yesterday", 2, "--at", file: "x=1"),
        BadInput("serve --check --require-stage live", 1, "joint-debug"),
        BadInput("serve --require-stage production", 2, "--require-stage"),
        BadInput("go-live --reason x", 2, "DRAWBRIDGE_OPERATOR_TOKEN"),
        BadInput("go-live --back --reopen --reason x", 2, "--reopen"),
        BadInput("checklist run --stage closed", 2, "--stage"),
        BadInput("checklist run --time-server ntp.example.com", 2, "--probe"),
        BadInput("checklist run --probe-report missing.json", 2, "missing.json"),
        BadInput("checklist run --probe-report %", 2, "probe", file: "{}"),
        BadInput("checklist probe http://idp.example.com", 2, "https"),
        BadInput("checklist verify missing.tar.gz", 2, "missing.tar.gz"),
        BadInput("checklist verify %", 1, "gzip", file: "not a bundle"),
        BadInput("checklist run --only nothing", 2, "nothing"),
        BadInput("checklist run --skip keys.active", 2, "--reason"),
        BadInput("checklist show", 2, "checklist run"),
        BadInput("checklist waive nothing --by Li --reason x --days 1", 2, "nothing"),
        BadInput("checklist waive keys.active --by Li --reason x --days 91", 2, "--days"),
        BadInput("checklist waive keys.active --reason x --days 1", 2, "--by"),
        BadInput("checklist attach keys.active % --by Li", 2, "judged by the program", file: "x"),
        BadInput("checklist attach manual.icp missing.pdf --by Li", 2, "missing.pdf"),
        BadInput("checklist attach manual.icp % --by Li", 2, "empty", file: ""),
        BadInput("audit list --account", 2, "--account"),
        BadInput("audit verify --seal missing.json", 2, "missing.json"),
        BadInput("audit verify --seal %", 2, "seal", file: "{"),
        BadInput("audit why zzz", 1, "zzz"),
        BadInput("audit issued missing.xml", 2, "missing.xml"),
        BadInput("audit issued %", 1, "schema.malformed", file: "<a"),
        BadInput("audit retain --keep-days -1", 2, "--keep-days"),
        BadInput("store backup drawbridge.yaml", 2, "drawbridge.yaml"),
        BadInput("store backup drawbridge.yaml/x", 2, "drawbridge.yaml/x"),
        BadInput("store restore %", 2, "input", file: "not a store"),
        BadInput("store check missing", 2, "missing"),
        BadInput("store check %", 2, "input", file: "not a store"),
        BadInput("store check --format xml", 2, "xml"),
        BadInput("associations list --state married", 2, "--state"),
        BadInput("associations show nobody", 2, "nobody"),
        BadInput("associations import missing.csv", 2, "missing.csv"),
        BadInput("associations import %", 2, "input:1", file: ""),
        BadInput("associations import %", 2, "input:3", file: "x_account_id,state\na,bound\n1.23E+17,bound\n"),
        BadInput("associations import %", 2, "spreadsheet", file: "x_account_id,state\n1.23E+17,bound\n"),
        BadInput("associations import %", 2, "input:2", file: "x_account_id,state\na,married\n"),
        BadInput(
            "associations import %",
            2,
            "input:2: x_account_id",
            file: #"{"items": [{"x_account_id": "a", "state": "bound"}, {"x_account_id": 123, "state": "bound"}]}"#
        ),
        BadInput("associations import %", 2, "JSON", file: "{"),
        BadInput("associations export --format yaml", 2, "yaml"),
        BadInput("associations set a --state bound", 2, "--reason"),
        BadInput("associations set a --state married --reason x", 2, "--state"),
        BadInput("associations set 1.2E+9 --state bound --reason x", 2, "spreadsheet"),
        BadInput("associations set a --state pending --domain-id d --reason x", 2, "domain_id"),
        BadInput("associations deliveries --state lost", 2, "--state"),
        BadInput("associations deliveries --retry 7", 2, "7"),
        BadInput("whitelist list --kind person", 2, "--kind"),
        BadInput("whitelist list --state gone", 2, "--state"),
        BadInput("whitelist list --stage closed", 2, "--stage"),
        BadInput("whitelist propose --kind account", 2, "--subject"),
        BadInput("whitelist propose --kind account --subject 1.2E+9", 2, "spreadsheet"),
        BadInput("whitelist propose --kind account --subject a --set per_day=7", 2, "per_day"),
        BadInput("whitelist propose --kind destination --subject /iam", 2, "host and path"),
        BadInput("whitelist suspend 7", 2, "no such entry"),
        BadInput("whitelist suspend", 2, "number"),
        BadInput("whitelist diff 7", 2, "revision"),
        BadInput("whitelist history --limit 0", 2, "--limit"),
        BadInput("whitelist rollback 7 --approved-by wang", 2, "revision"),
        BadInput("whitelist import missing.csv --approved-by wang", 2, "missing.csv"),
        BadInput("whitelist import % --approved-by wang", 2, "input:1", file: ""),
        BadInput(
            "whitelist import % --approved-by wang",
            2,
            "input:3",
            file: "kind,subject\naccount,a\naccount,1.2E+9\n"
        ),
        BadInput("whitelist import % --approved-by wang", 2, "entries", file: "entries: 7\n"),
        BadInput(
            "whitelist import % --approved-by wang",
            2,
            "input:3: 00017",
            file: "entries:\n  - kind: account\n    subject: 00017\n"
        ),
        BadInput("whitelist import % --encoding latin1", 2, "--encoding", file: "kind,subject\n"),
        BadInput("whitelist export --format xml", 2, "xml"),
        BadInput("whitelist check", 2, "--account"),
        BadInput("whitelist check --address host", 2, "--address"),
        BadInput("whitelist check --account nobody", 1, "whitelist.account"),
        BadInput("whitelist coverage --since yesterday", 2, "--since"),
        BadInput("whitelist coverage --stage closed", 2, "--stage"),
        BadInput("whitelist copy --from live", 2, "--to"),
        BadInput("whitelist copy --from live --to live", 2, "two stages"),
        BadInput("whitelist copy --from live --to mars", 2, "--to"),
        BadInput("whitelist suspend 1 --seen x", 2, "--seen"),
        BadInput("whitelist resume 1 --approved-by wang --approver-token-file t", 2, "--approved-by"),
        BadInput("whitelist suspend 1 --as li --operator-token-file t", 2, "--as"),
        BadInput("whitelist suspend 1 --operator-token-file missing", 2, "missing"),
        BadInput("whitelist resume 1 --approver-token-file missing", 2, "operator token"),
        BadInput("operators add li", 2, "--role"),
        BadInput("operators add li --role king", 2, "--role"),
        BadInput("operators add li --role editor", 2, "--operator-token-file"),
        BadInput("operators add li --role portal --first", 2, "--portal"),
        BadInput("operators add li --role portal --portal shop --first", 2, "no portal shop"),
        BadInput("operators add li --first --role editor", 1, "first operator"),
        BadInput("operators add li --first --days 0", 2, "--days"),
        BadInput("operators add li\u{7} --first", 2, "visible"),
        BadInput("operators add li --first --output drawbridge.yaml", 2, "drawbridge.yaml"),
        BadInput("operators revoke 7", 2, "--operator-token-file"),
        BadInput("operators revoke seven", 2, "seven"),
        BadInput(
            "sp list --config %",
            2,
            "notification.signed_over",
            file: "base_url: https://x.example\nhuawei: {site: china}\nnotification: {signed_over: xml}"
        ),
        BadInput(
            "portals add mall --sign-in-url https://m.example/ --key % --algorithm RS256 --webhook-url http://127.0.0.1/",
            2,
            "--webhook-url",
            file: "x"
        ),
        BadInput(
            "portals add mall --sign-in-url https://m.example/ --key % --algorithm RS256 --after-binding-url x",
            2,
            "--after-binding-url",
            file: "x"
        ),
        BadInput("bss check-identity", 2, "--name"),
        BadInput("bss check-identity --name a --email b", 2, "--name"),
        BadInput("bss check-identity --name customer-1", 2, "bss.credentials_file"),
        BadInput("bss check-identity --name customer-1 --endpoint http://127.0.0.1:9", 2, "does not fit"),
        BadInput("bss check-identity --name customer-1 --endpoint bss.myhuaweicloud.com", 2, "https origin"),
        BadInput(
            "bss check-identity --name customer-1 --config %",
            2,
            "huawei.site",
            file: "base_url: https://x.example"
        ),
        BadInput(
            "bss customers --config %",
            2,
            "--endpoint",
            file: "base_url: https://x.example\nhuawei: {site: europe}"
        ),
        BadInput(
            "bss customers --config %",
            2,
            "chmod 600",
            file: "base_url: https://x.example\nhuawei: {site: china}\nbss: {credentials_file: input}"
        ),
        BadInput("bss send-code 13800138000 --message-language fr", 2, "--message-language"),
        BadInput("bss customers --limit 0", 2, "--limit"),
        BadInput("bss customers --all --limit 5", 2, "--all"),
        BadInput("bss adjust-records --kind gift", 2, "--kind"),
        BadInput("bss adjust-records --from yesterday", 2, "--from"),
        BadInput("bss create-customer account-1 --mobile 13800138000", 2, "--code"),
        BadInput("associations sync", 2, "bss.credentials_file"),
        BadInput("explain no.such-code", 2, "no.such-code"),
        BadInput("serve --config missing.yaml", 2, "missing.yaml"),
        BadInput("joint-debug run --directory drawbridge.yaml/x", 2, "cannot be created"),
        BadInput("joint-debug run --family nonsense", 2, "there are metadata, sign-on"),
        BadInput("joint-debug run --scenario nonsense", 2, "joint-debug scenarios"),
        BadInput("joint-debug run --parallel 0", 2, "--parallel"),
        BadInput("joint-debug run --file missing.yaml", 2, "missing.yaml"),
        BadInput("joint-debug run --file %", 2, "input:1: 'id' is missing", file: "- steps: []"),
        BadInput("joint-debug run --portal mall --portal-key x", 2, "--against"),
        BadInput("joint-debug run --against https://idp.example.com --portal mall", 2, "--portal-key"),
        BadInput("joint-debug run --against missing.xml", 2, "missing.xml"),
        BadInput("joint-debug run --against %", 2, "no identity provider", file: "<a/>"),
        BadInput("joint-debug run --against http://127.0.0.1:1/", 2, "nothing answers"),
        BadInput("joint-debug scenarios --family nonsense", 2, "there are metadata"),
        BadInput("joint-debug show", 2, "There is no run last"),
        BadInput("joint-debug diff a b", 2, "There is no run a"),
        BadInput("joint-debug serve --directory drawbridge.yaml/x", 2, "cannot be created"),
        BadInput("joint-debug serve --login-port 9080 --console-port 9080", 2, "different numbers"),
        BadInput("joint-debug serve --bss-port 9080", 2, "different numbers"),
        BadInput("joint-debug serve --login-port 70000", 2, "65535"),
        BadInput("joint-debug serve --fault nonsense", 2, "there are slow"),
        BadInput("joint-debug serve --fault slow=0", 2, "slow=5"),
        BadInput("joint-debug serve --fault sha1=1", 2, "takes no value"),
        BadInput("joint-debug serve --notify ftp://x", 2, "--notify"),
        BadInput("joint-debug serve --notify http://127.0.0.1/bind --notify-by pigeon", 2, "--notify-by"),
        BadInput("joint-debug serve --idp-metadata missing.xml", 2, "FILE:xAccountType"),
        BadInput("joint-debug serve --idp-metadata missing.xml:example_IDP", 2, "missing.xml"),
        BadInput("joint-debug serve --idp-metadata drawbridge.yaml:example_IDP", 2, "drawbridge.yaml is not imported"),
    ]
}
