using MicroPoints.Streams;

namespace MicroPoints.Identity;

/// <summary>An account was opened. The person's name is the entry's reason, so that the chain holds only a salted digest of it.</summary>
public sealed record AccountOpened(AccountId Account, Role Role, RegionCode Scope) : Entry
{
    public const string Type = "account-opened/1";
    public override string TypeName => Type;

    public override void Write(CanonicalWriter writer) => writer.Text(Account.Value).Whole((long)Role).Text(Scope.Value);

    internal static Entry Read(ref CanonicalReader reader) => new AccountOpened(
        EntryFields.Account(ref reader), EntryFields.Enumerated<Role>(ref reader), EntryFields.Region(ref reader));
}

/// <summary>A link was issued by which the account's holder sets a password, once; earlier ones are void.</summary>
/// <param name="Secret">The SHA-256 of the secret in its address, which was shown once and is kept nowhere.</param>
/// <param name="Until">The first instant at which it is no longer valid.</param>
public sealed record AccountLinkIssued(AccountId Account, Digest Secret, DateTimeOffset Until) : Entry
{
    public const string Type = "account-link-issued/1";
    public override string TypeName => Type;

    public override void Write(CanonicalWriter writer) => writer.Text(Account.Value).Digest(Secret).Instant(Until);

    internal static Entry Read(ref CanonicalReader reader) =>
        new AccountLinkIssued(EntryFields.Account(ref reader), reader.Digest(), reader.Instant());
}

/// <summary>A password was set; sessions from before it end. Its hash is the entry's text, which nothing shows.</summary>
/// <param name="Link">The SHA-256 of the link's secret by which it was set; null where it was changed by whoever knew the old one.</param>
public sealed record PasswordSet(AccountId Account, Digest? Link) : Entry
{
    public const string Type = "password-set/1";
    public override string TypeName => Type;
    public override bool KeepsTextSecret => true;

    public override void Write(CanonicalWriter writer) => writer.Text(Account.Value).Digest(Link);

    internal static Entry Read(ref CanonicalReader reader) =>
        new PasswordSet(EntryFields.Account(ref reader), reader.DigestOrNull());
}

/// <summary>One session of an account ended, or all of them.</summary>
/// <param name="Session">The SHA-256 of the session's id; null for all.</param>
public sealed record SessionsEnded(AccountId Account, Digest? Session) : Entry
{
    public const string Type = "sessions-ended/1";
    public override string TypeName => Type;

    public override void Write(CanonicalWriter writer) => writer.Text(Account.Value).Digest(Session);

    internal static Entry Read(ref CanonicalReader reader) =>
        new SessionsEnded(EntryFields.Account(ref reader), reader.DigestOrNull());
}

/// <summary>An account acts in another role, with a reason; its sessions end.</summary>
public sealed record RoleChanged(AccountId Account, Role Role) : Entry
{
    public const string Type = "role-changed/1";
    public override string TypeName => Type;

    public override void Write(CanonicalWriter writer) => writer.Text(Account.Value).Whole((long)Role);

    internal static Entry Read(ref CanonicalReader reader) =>
        new RoleChanged(EntryFields.Account(ref reader), EntryFields.Enumerated<Role>(ref reader));
}

/// <summary>An account was closed, with a reason: password, links and sessions are void.</summary>
public sealed record AccountClosed(AccountId Account) : Entry
{
    public const string Type = "account-closed/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) => writer.Text(Account.Value);
    internal static Entry Read(ref CanonicalReader reader) => new AccountClosed(EntryFields.Account(ref reader));
}

/// <summary>A closed account was opened again, with a reason; it takes a new link to set a password.</summary>
public sealed record AccountReopened(AccountId Account) : Entry
{
    public const string Type = "account-reopened/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) => writer.Text(Account.Value);
    internal static Entry Read(ref CanonicalReader reader) => new AccountReopened(EntryFields.Account(ref reader));
}
