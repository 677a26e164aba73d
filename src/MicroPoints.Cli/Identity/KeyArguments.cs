using System.Text.Json;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;

namespace MicroPoints.Cli;

/// <summary>What the key verbs share.</summary>
internal static class KeyArguments
{
    public static IEnumerable<string> Roles => Enum.GetNames<CallerRole>().Select(Words.Kebab);

    public static CallerRole Role(string text) => Enum.GetValues<CallerRole>().Where(r => Words.Kebab(r.ToString()) == text)
        .Select(r => (CallerRole?)r).SingleOrDefault() ?? throw new FormatException($"'{text}' is not a role: {string.Join(", ", Roles)}");

    /// <summary>A key without its secret or what was kept of it.</summary>
    public static void Write(Utf8JsonWriter json, KeyDetails key)
    {
        json.WriteString("id", key.Id);
        json.WriteString("role", Words.Kebab(key.Role.ToString()));
        json.WriteString("scope", key.Scope);
        if (key.Until is { } until) json.WriteString("until", Calendar.Text(until));
        if (key.Label is { } label) json.WriteString("label", label);
        json.WriteString("issued", Calendar.Text(key.Issued));
        if (key.Revoked is { } revoked) json.WriteString("revoked", Calendar.Text(revoked));
        if (key.Reason is { } reason) json.WriteString("reason", reason);
    }
}
