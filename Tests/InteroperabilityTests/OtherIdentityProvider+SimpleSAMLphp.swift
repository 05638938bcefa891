import Foundation

extension OtherIdentityProvider {
    /// Debian's SimpleSAMLphp in PHP's own web server, configured in a directory of its own as a partner's engineer would.
    /// - Parameter configuration: more of the SP's entry in `saml20-sp-remote.php`, in PHP; it goes before the metadata.
    /// - Throws: what it said, when it does not start.
    convenience init(simpleSAMLphp configuration: String) async throws {
        let stage = try await HarnessStage()
        let files = [
            "config.php": Self.main(stage), "authsources.php": Self.customers,
            "metadata/saml20-idp-hosted.php": Self.hosted(stage),
            "metadata/saml20-sp-remote.php": Self.serviceProvider(stage, configuration),
            "sessions/.keep": "", "tmp/.keep": "", "logs/.keep": "",
        ]
        for (name, text) in files { try stage.write(text, to: name) }
        try await self.init(
            on: stage,
            metadata: Self.metadata,
            ["php", "-S", "127.0.0.1:\(stage.port)", "-t", "/usr/share/simplesamlphp/www"],
            environment: ["SIMPLESAMLPHP_CONFIG_DIR": stage.path("")]
        )
    }

    private static let metadata = "/saml2/idp/metadata.php"

    private static func main(_ stage: HarnessStage) -> String {
        """
        <?php
        $config = [
            'baseurlpath' => '\(stage.origin)/',
            'certdir' => __DIR__ . '/',
            'metadatadir' => __DIR__ . '/metadata',
            'loggingdir' => __DIR__ . '/logs/',
            'datadir' => __DIR__ . '/',
            'tempdir' => __DIR__ . '/tmp',
            'session.phpsession.savepath' => __DIR__ . '/sessions',
            'logging.handler' => 'file',
            'secretsalt' => '\(UUID().uuidString)',
            'auth.adminpassword' => '\(UUID().uuidString)',
            'enable.saml20-idp' => true,
            'module.enable' => ['exampleauth' => true],
            // On this machine there is no https.
            'session.cookie.secure' => false,
            'language.cookie.secure' => false,
        ];

        """
    }

    private static let customers = """
        <?php
        $config = ['customers' => [
            'exampleauth:UserPass',
            '\(HarnessStage.user):\(HarnessStage.password)' => [
                'xUserId' => 'user-1',
                'xAccountId' => '\(HarnessStage.account)',
                'bpId' => '0123456789abcdef0123456789abcdef',
            ],
        ]];

        """

    private static func hosted(_ stage: HarnessStage) -> String {
        """
        <?php
        $metadata['\(stage.origin)\(metadata)'] = [
            'host' => '__DEFAULT__',
            'auth' => 'customers',
            'privatekey' => 'idp.key',
            'certificate' => 'idp.crt',
            'attributes.NameFormat' => 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri',
            'validate.authnrequest' => true,
            'validate.logout' => true,
            'sign.logout' => true,
        ];

        """
    }

    // SimpleSAMLphp's own converter reads the metadata, as it does on its page for engineers.
    private static func serviceProvider(_ stage: HarnessStage, _ configuration: String) -> String {
        """
        <?php
        $file = '\(stage.serviceProviderMetadata)';
        foreach (SimpleSAML\\Metadata\\SAMLParser::parseDescriptorsFile($file) as $id => $parser) {
            $metadata[$id] = [\(configuration)] + $parser->getMetadata20SP();
        }

        """
    }
}
