using MicroPoints.Identity;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace MicroPoints.Web;

/// <summary>The framework's own: PBKDF2 with HMAC-SHA512, a salt each, and as many rounds as are advised today.</summary>
internal sealed class FrameworkHasher : IPasswordHasher
{
    private const int Rounds = 210_000;

    private static readonly object Nobody = new();
    private readonly PasswordHasher<object> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    public PasswordHash Hash(string password) => new(_hasher.HashPassword(Nobody, password));

    public bool Verify(PasswordHash hash, string password) =>
        _hasher.VerifyHashedPassword(Nobody, hash.Reveal(), password) != PasswordVerificationResult.Failed;
}
