using System.Collections.Frozen;
using MicroPoints.Identity;

namespace MicroPoints.Runtime;

/// <summary>An account to open.</summary>
/// <param name="Id">Null: one is drawn.</param>
/// <param name="Name">The person's, by which they sign in.</param>
public sealed record NewAccount(AccountId? Id, string Name, Role Role, RegionCode Scope);

/// <summary>People's accounts: opened, given links and roles, closed, and asked on each request whether a session still counts.</summary>
public sealed class Accounts
{
    /// <summary>How long the link lasts by which a password is set.</summary>
    public static readonly TimeSpan LinkLasts = TimeSpan.FromHours(24);

    private readonly StreamHost _streams;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private long _sequence = -1;
    private volatile Snapshot _known = new([]);

    private Accounts(StreamHost streams, TimeProvider clock) => (_streams, _clock) = (streams, clock);

    /// <summary>Reads the accounts of a log.</summary>
    public static async ValueTask<Accounts> Open(StreamHost streams, TimeProvider clock, CancellationToken cancel)
    {
        var accounts = new Accounts(streams, clock);
        await accounts.Reload(cancel);
        return accounts;
    }

    /// <summary>Opens an account, which nobody can sign in with before <see cref="IssueLink"/>.</summary>
    /// <exception cref="QueryRefusedException">The actor may not, or the id or the name is taken.</exception>
    public async ValueTask<Account> Open(NewAccount account, Actor by, CancellationToken cancel)
    {
        var id = account.Id ?? new AccountId(Secret.DrawId('a'));
        var answer = await Run(new OpenAccount(id, account.Name.Trim(), account.Role, account.Scope), by, cancel);
        if (answer is Answer.Refused { Reason: Refusal.ExistsWithDifferentContent or Refusal.ExistsWithDifferentReason } known)
            throw new QueryRefusedException(known.Reason, $"account {id} was opened already with other content: choose another id");
        Demand(answer);
        return Find(id)!;
    }

    /// <summary>Issues the link by which the holder sets a password. The secret is in this answer alone; older ones are void.</summary>
    /// <exception cref="QueryRefusedException">The actor may not, or the account is unknown or closed.</exception>
    public async ValueTask<(AccountLink Link, string Secret)> IssueLink(AccountId id, Actor by, CancellationToken cancel)
    {
        var secret = Secret.Draw();
        var until = Calendar.ToMilliseconds(_clock.GetUtcNow() + LinkLasts);
        var digest = Digest.OfText(secret);
        Demand(await Run(new IssueAccountLink(id, digest, until), by, cancel));
        return (new AccountLink(digest, until), secret);
    }

    public ValueTask<Answer> Close(AccountId id, string reason, Actor by, CancellationToken cancel) =>
        Run(new CloseAccount(Secret.DrawEntry("close"), id, reason), by, cancel);

    public ValueTask<Answer> Reopen(AccountId id, string reason, Actor by, CancellationToken cancel) =>
        Run(new ReopenAccount(Secret.DrawEntry("reopen"), id, reason), by, cancel);

    public ValueTask<Answer> ChangeRole(AccountId id, Role role, string reason, Actor by, CancellationToken cancel) =>
        Run(new ChangeRole(Secret.DrawEntry("role"), id, role, reason), by, cancel);

    /// <summary>Ends one session, or with null all of them.</summary>
    public ValueTask<Answer> EndSessions(AccountId id, Digest? session, Actor by, CancellationToken cancel) =>
        Run(new EndSessions(Secret.DrawEntry("end"), id, session), by, cancel);

    internal ValueTask<Answer> SetPassword(Account account, PasswordHash hash, Digest? link, CancellationToken cancel) =>
        Run(new SetPassword(Secret.DrawEntry("password"), account.Id, hash, link), account.Actor, cancel);

    /// <summary>Every account whose scope lies in a region, in order of id, closed ones among them.</summary>
    public IReadOnlyList<Account> List(RegionCode scope) =>
        [.. _known.All.Where(a => scope.Contains(a.Scope)).OrderBy(a => a.Id)];

    /// <summary>The same as far as the actor may see it; nothing for who may not see who was let in.</summary>
    public IReadOnlyList<Account> List(RegionCode scope, Actor by) => [.. List(scope).Where(x => by.SeesWhoMayComeIn(x.Scope))];

    public Account? Find(AccountId id) => _known.ById.GetValueOrDefault(id.Value);

    /// <summary>The open account that somebody means by its id or a person's name.</summary>
    internal Account? Meant(string idOrName) =>
        _known.ById.GetValueOrDefault(idOrName) is { IsOpen: true } account ? account : _known.ByName.GetValueOrDefault(idOrName);

    /// <summary>The account whose link a secret is of, where it is in force now.</summary>
    public Account? OfLink(string? secret)
    {
        if (Secret.DigestOf(secret) is not { } digest || _known.ByLink.GetValueOrDefault(digest) is not { } account) return null;
        return _clock.GetUtcNow() < account.Link!.Until ? account : null;
    }

    /// <summary>Reads the accounts anew: another process may have changed some.</summary>
    public async ValueTask Reload(CancellationToken cancel)
    {
        var book = await _streams.Load<AccountBook>(StreamId.Accounts, cancel);
        lock (_gate)
        {
            // Two readings may end in either order; the later state stays.
            if (book.Head.Sequence <= _sequence) return;
            (_sequence, _known) = (book.Head.Sequence, new Snapshot(book.All));
        }
    }

    private async ValueTask<Answer> Run(StreamCommand<AccountBook> command, Actor by, CancellationToken cancel)
    {
        var answer = await _streams.Run(StreamId.Accounts, RegionCode.Nation, by, command, cancel);
        // Read where it was refused as well: what refused it may have been done by another process.
        await Reload(cancel);
        return answer;
    }

    private static void Demand(Answer answer)
    {
        if (answer is Answer.Refused refused) throw new QueryRefusedException(refused.Reason, refused.Detail);
    }

    /// <summary>The accounts as of one head. It never changes, so that a request reads it without a lock.</summary>
    private sealed class Snapshot(IReadOnlyCollection<Account> accounts)
    {
        public IEnumerable<Account> All => ById.Values;

        public FrozenDictionary<string, Account> ById { get; } = accounts.ToFrozenDictionary(a => a.Id.Value, StringComparer.Ordinal);

        public FrozenDictionary<string, Account> ByName { get; } = accounts.Where(a => a is { IsOpen: true, Name: not null })
            .ToFrozenDictionary(a => a.Name!, StringComparer.OrdinalIgnoreCase);

        public FrozenDictionary<Digest, Account> ByLink { get; } = accounts.Where(a => a.Link is not null)
            .ToFrozenDictionary(a => a.Link!.Secret);
    }
}
