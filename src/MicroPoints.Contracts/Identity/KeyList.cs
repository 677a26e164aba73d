using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>A key to issue.</summary>
public sealed class KeyToIssue
{
    /// <summary>Its public id, 1–40 of A-Z a-z 0-9 . _ : -; one is drawn where left out.</summary>
    public string? Id { get; set; }

    /// <summary>What it may do.</summary>
    [JsonRequired] public CallerRole Role { get; set; }

    /// <summary>The region it reaches, with everything below.</summary>
    [JsonRequired] public string Scope { get; set; } = "";

    /// <summary>The first day on which it is no longer valid.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>What people call it.</summary>
    public string? Label { get; set; }
}

/// <summary>A key that was issued just now.</summary>
/// <param name="Secret">What is sent as <c>Authorization: Bearer …</c>. It is in this answer and nowhere else.</param>
public sealed record IssuedSecret(KeyDetails Key, string Secret);

/// <summary>One key, without its secret.</summary>
/// <param name="Valid">Whether it lets anybody in today.</param>
/// <param name="Until">The first day on which it is no longer valid.</param>
public sealed record KeyDetails(
    string Id, CallerRole Role, string Scope, bool Valid, DateTimeOffset Issued, string IssuedBy, DateOnly? Until = null,
    string? Label = null, DateTimeOffset? Revoked = null, string? Reason = null);

/// <summary>A page of keys, in order of id, revoked and expired ones among them.</summary>
/// <param name="Next">The cursor of the next page; left out on the last.</param>
public sealed record KeyPage(string Scope, IReadOnlyList<KeyDetails> Keys, string? Next = null);

/// <summary>Why a key is taken back.</summary>
public sealed class KeyToRevoke
{
    [JsonRequired] public string Reason { get; set; } = "";
}
