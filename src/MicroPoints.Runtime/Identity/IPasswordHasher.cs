using MicroPoints.Identity;

namespace MicroPoints.Runtime;

/// <summary>Makes of a password what may be kept, slowly and with a salt, and compares; a host brings its framework's.</summary>
public interface IPasswordHasher
{
    PasswordHash Hash(string password);

    /// <summary>Whether the hash was made of the password. It takes as long whether it was or not.</summary>
    bool Verify(PasswordHash hash, string password);
}
