using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MicroPoints.Server;

/// <summary>A certificate with its key, in a PFX file.</summary>
/// <param name="PasswordFile">The file that holds its password; null where it has none.</param>
public sealed record TlsCertificate(string File, string? PasswordFile)
{
    /// <exception cref="ConfigurationException">It cannot be read, in words.</exception>
    internal X509Certificate2 Load()
    {
        try
        {
            var password = PasswordFile is null ? null : System.IO.File.ReadAllText(PasswordFile).TrimEnd('\r', '\n');
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(File, password);
            return certificate.HasPrivateKey ? certificate : throw new ConfigurationException(
                [$"certificate {File} holds no private key: export it as PFX together with its key"]);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException(
                [$"certificate {File} cannot be read: {e.Message} "
                    + "It is a PFX file; certificatePasswordFile names a file with its password"]);
        }
    }
}
