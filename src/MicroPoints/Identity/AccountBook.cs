using MicroPoints.Streams;

namespace MicroPoints.Identity;

/// <summary>Every account that was ever opened, folded from the stream of accounts.</summary>
public sealed class AccountBook(StreamId stream) : StreamState(stream)
{
    private readonly SortedDictionary<AccountId, Account> _accounts = [];

    /// <summary>In order of id, closed ones among them.</summary>
    public IReadOnlyCollection<Account> All => _accounts.Values;

    public Account? Find(AccountId id) => _accounts.GetValueOrDefault(id);

    /// <summary>The open account of a name; no two have the same.</summary>
    public Account? Named(string name) =>
        _accounts.Values.FirstOrDefault(a => a.IsOpen && string.Equals(a.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether nobody else could decide for an account's scope if it were gone.</summary>
    internal bool IsLastApprover(Account account) => IsAbleApprover(account)
        && !_accounts.Values.Any(a => a.Id != account.Id && IsAbleApprover(a) && a.Scope.Contains(account.Scope));

    private static bool IsAbleApprover(Account account) => account is { IsOpen: true, Role: Role.Approver, Password: not null };

    protected override void Fold(SealedEntry entry)
    {
        switch (entry.Body)
        {
            case AccountOpened opened:
                Invariant.Holds(_accounts.TryAdd(opened.Account, new Account(
                    opened.Account, entry.Reason?.Text, opened.Role, opened.Scope, entry.At, entry.By)), "an account is opened once");
                break;
            case AccountLinkIssued issued:
                Change(entry, issued.Account, a => a with { Link = new AccountLink(issued.Secret, issued.Until) });
                break;
            case PasswordSet set:
                Change(entry, set.Account, a => EndAll(a) with
                { Password = entry.Reason?.Text is { } hash ? new PasswordHash(hash) : null, Link = null });
                break;
            case SessionsEnded { Session: { } session } ended:
                Change(entry, ended.Account, a => a with { Ended = [.. Recent(a, entry.At), (session, entry.At)] });
                break;
            case SessionsEnded all:
                Change(entry, all.Account, EndAll);
                break;
            case RoleChanged changed:
                Change(entry, changed.Account, a => EndAll(a) with { Role = changed.Role });
                break;
            case AccountClosed closed:
                Change(entry, closed.Account, a => EndAll(a) with
                { ClosedAt = entry.At, ClosedReason = entry.Reason?.Text, Password = null, Link = null });
                break;
            case AccountReopened reopened:
                Change(entry, reopened.Account, a => a with { ClosedAt = null, ClosedReason = null });
                break;
            default:
                Unknown(entry);
                break;
        }
    }

    private void Change(SealedEntry entry, AccountId id, Func<Account, Account> change)
    {
        var account = Find(id) ?? throw new InvariantException($"{entry.Stream} changes {id}, which it does not hold");
        Invariant.Holds(account.IsOpen != entry.Body is AccountReopened, "a closed account only opens again, an open one never does");
        _accounts[id] = change(account);
    }

    private static Account EndAll(Account account) => account with { Epoch = account.Epoch + 1, Ended = [] };

    /// <summary>What ended longer ago than a session lasts needs no remembering.</summary>
    private static IEnumerable<(Digest, DateTimeOffset)> Recent(Account account, DateTimeOffset now) =>
        account.Ended.Where(e => e.At > now.AddHours(-Limits.SessionHoursMax));
}
