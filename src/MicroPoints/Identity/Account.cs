namespace MicroPoints.Identity;

/// <summary>What is kept of a password. It shows nothing of itself.</summary>
public sealed class PasswordHash(string text)
{
    /// <summary>The hash itself, for whoever compares a password with it and for nobody else.</summary>
    public string Reveal() => text;

    public override string ToString() => "a password's hash";
}

/// <summary>The link by which a password may be set: the last one issued, not used yet.</summary>
/// <param name="Until">The first instant at which it is no longer valid.</param>
public sealed record AccountLink(Digest Secret, DateTimeOffset Until);

/// <summary>One person's account as it stands.</summary>
/// <param name="Name">The person's; null once erased.</param>
public sealed record Account(AccountId Id, string? Name, Role Role, RegionCode Scope, DateTimeOffset OpenedAt, ActorId OpenedBy)
{
    /// <summary>When it was closed; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
    public string? ClosedReason { get; init; }

    /// <summary>Null where none was set since it was opened, or where it was erased.</summary>
    public PasswordHash? Password { get; init; }

    /// <summary>Null where none was issued, or the last was used.</summary>
    public AccountLink? Link { get; init; }

    /// <summary>Grows with whatever ends all sessions: a session of an earlier epoch is over.</summary>
    public int Epoch { get; init; }

    /// <summary>Single sessions of this epoch that ended, for as long as they could have lasted.</summary>
    public IReadOnlyList<(Digest Session, DateTimeOffset At)> Ended { get; init; } = [];

    public bool IsOpen => ClosedAt is null;

    /// <summary>What people know it by.</summary>
    public string Called => Name ?? Id.Value;

    /// <summary>Who acts with this account.</summary>
    public Actor Actor => new(new ActorId($"account:{Id}"), Role, Scope);

    /// <summary>Whether a session of an epoch still counts.</summary>
    public bool Holds(int epoch, Digest session) => IsOpen && epoch == Epoch && Ended.All(e => e.Session != session);
}
