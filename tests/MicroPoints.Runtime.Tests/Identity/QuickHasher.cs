using System.Security.Cryptography;
using System.Text;
using MicroPoints.Identity;

namespace MicroPoints.Runtime.Tests.Identity;

/// <summary>Salted hashes that take no time, and a count of how many were compared.</summary>
internal sealed class QuickHasher : IPasswordHasher
{
    public int Compared { get; private set; }

    public PasswordHash Hash(string password)
    {
        var salt = RandomNumberGenerator.GetHexString(16);
        return new PasswordHash($"{salt}:{Made(salt, password)}");
    }

    public bool Verify(PasswordHash hash, string password)
    {
        Compared++;
        var halves = hash.Reveal().Split(':');
        return Made(halves[0], password) == halves[1];
    }

    private static string Made(string salt, string password) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(salt + password)));
}
