// Written by Fuzz/seeds.

/// What the seeds' key signed before it was thrown away: nothing else can verify.
public enum Pinned: Sendable {
    /// The certificate.
    public static let certificate =
        "MIIDTDCCAjSgAwIBAgIUXB8IZeN4jL5hWoKNJmKqQMRyV8IwDQYJKoZIhvcNAQELBQAwLzEeMBwGA1UECgwVRHJhd2JyaWRnZSBTaW11bGF0aW9uMQ0wCwYDVQQDDARmdXp6MB4XDTI2MDEwMTAwMDAwMFoXDTM1MTIzMDAwMDAwMFowLzEeMBwGA1UECgwVRHJhd2JyaWRnZSBTaW11bGF0aW9uMQ0wCwYDVQQDDARmdXp6MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA2L0CXh5TiMYOlnuoU2U6YHkfw6hNbMAgmqNNcXJfDDdtq7/Oza0FGeRIBNYXeQWfcf7zIUPtp+53SjftzT2UTPjasMNY8lVRCrah0L73kVTq3WJPXhQvxxoEALDFvrdYa8v+NgYyp1k3FkutStqNEdoxC7JkdJ9R6r+M10HhqUySTHPOI0HeHaK5HppW6Os1vcY8rrUsYIGwUkPYBiyIV/kCts0CXcpauxoTKkPZ7ZGPoaiPez6yysGhm6vnH9SIPO0ONQkSxhOOmiEfddFMl0NsMYOJORHe3KRom8zdKortUGek220AOz49bd4oq8eouc8IsLI+ti3ixrVk8kg9SwIDAQABo2AwXjAMBgNVHRMBAf8EAjAAMA4GA1UdDwEB/wQEAwIHgDAdBgNVHQ4EFgQUvbfXxfprYsQuTSdLg7U4jUmq/TgwHwYDVR0jBBgwFoAUvbfXxfprYsQuTSdLg7U4jUmq/TgwDQYJKoZIhvcNAQELBQADggEBAKMYTZS691N7O2hWJOCdjIBO2XFPlSxVytKTlGus4AI/ZH7deuEpFSzhXMHPclOwcWnEiTGHoVwWbiBWCiA2DeJqCKPpjFCq42qLBv1FSVJ4wZZE0wCLJuMHH8Ux1ek8ZT8bXeU2peVFON+e9BdlFHWVzaisgVpWNao6jHNoIseVSfLBBVKfMvFHIixVMcasl74hV6rxe9uPUKN4bbG/IZyHS+UWH08zoy1Yu+GnUbPlHMTSgA34Wg5MXWw99MnGeQTOzlOau9fkZdqoMXGJbhaqippzsq7iXtcizCDLBLrugo11VxwWDtrMYVjUvpozsbqd1eAEeljJ3cmsgoIe7pE="
    /// Fingerprints of everything that it signed.
    public static let signed: Set<String> = [
        "12aea11916b3c5ce9a522d65873f920df791bbcf5404754cf1055db5e66b4c05",
        "1b2ebed8d49c1c11c2064a1ff222e779a2fc9232389077d214b667982286b193",
        "2e54a48eec43b587dad11f3323896b9defeccb349ddf6401eef1d009027695ea",
        "45fb8a84fb8c2d86c11fb2d9b2afae7dcdb4028acb9fa77a6b406bbf675d9546",
        "5ca585b8a4c1e3ff943676ac57c73a8e6cf0449ad0c2e4bb81f36dd173c51de6",
        "ccc6b470b224811576f32a24321c12a4dfd81a8a83b83de6170b8a7375738e96",
    ]
}
