using System.Text.Json;
using MicroPoints.Cli.Terminal;
using MicroPoints.Identity;

namespace MicroPoints.Cli;

/// <summary>What the key verbs share.</summary>
internal static class KeyArguments
{
    public static IEnumerable<string> Roles => Enum.GetNames<Role>().Select(Words.Kebab);

    public static Role Role(string text) => Enum.GetValues<Role>().Where(r => Words.Kebab(r.ToString()) == text)
        .Select(r => (Role?)r).SingleOrDefault() ?? throw new FormatException($"'{text}' is not a role: {string.Join(", ", Roles)}");

    /// <summary>A key without its secret or what was kept of it.</summary>
    public static void Write(Utf8JsonWriter json, IssuedKey key)
    {
        json.WriteString("id", key.Id.Value);
        json.WriteString("role", Words.Kebab(key.Role.ToString()));
        json.WriteString("scope", key.Scope.Value);
        if (key.Until is { } until) json.WriteString("until", Calendar.Text(until));
        if (key.Label is { } label) json.WriteString("label", label);
        json.WriteString("issued", Calendar.Text(key.IssuedAt));
        if (key.RevokedAt is { } revoked) json.WriteString("revoked", Calendar.Text(revoked));
        if (key.RevokedReason is { } reason) json.WriteString("reason", reason);
    }
}
