using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MicroPoints.Web.Tests;

/// <summary>A certificate that a test signs itself.</summary>
internal sealed class CertificateFile : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("micropoints-tls-");

    public CertificateFile()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=desk.example", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllBytes(Path, certificate.Export(X509ContentType.Pfx, "of the file"));
        File.WriteAllText(PasswordFile, "of the file\n");
    }

    public string Path => System.IO.Path.Combine(_directory.FullName, "desk.pfx");
    public string PasswordFile => System.IO.Path.Combine(_directory.FullName, "password");
    public void Dispose() => _directory.Delete(recursive: true);
}
