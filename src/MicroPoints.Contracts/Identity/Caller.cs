using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>What a key may do.</summary>
[JsonConverter(typeof(KebabEnum<CallerRole>))]
public enum CallerRole
{
    Clerk = 1,
    Approver = 2,
    Reader = 3,
    Auditor = 4,
    Sandbox = 5,
}

/// <summary>Who the sent key stands for.</summary>
/// <param name="Id">The opaque id under which it writes.</param>
/// <param name="Scope">The region it reaches, with everything below.</param>
public sealed record Caller(string Id, CallerRole Role, string Scope);
