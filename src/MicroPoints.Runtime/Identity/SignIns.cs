using System.Net;
using System.Net.Sockets;
using MicroPoints.Identity;

namespace MicroPoints.Runtime;

/// <summary>What trying to sign in, or to set a password, came to.</summary>
public abstract record SignInAnswer
{
    private SignInAnswer() { }

    /// <summary>This is who it is.</summary>
    public sealed record Fine(Account Account) : SignInAnswer;

    /// <summary>Name or password is wrong, and nobody learns which.</summary>
    public sealed record Wrong : SignInAnswer;

    /// <summary>Too many wrong ones: nothing was compared.</summary>
    public sealed record Wait(TimeSpan For) : SignInAnswer;

    /// <summary>The new password has a flaw.</summary>
    public sealed record Unfit(PasswordFlaw Flaw) : SignInAnswer;

    /// <summary>The link was used, replaced or has expired.</summary>
    public sealed record LinkInvalid : SignInAnswer;
}

/// <summary>Compares passwords and sets them. Whether an account exists shows neither in the answer nor in the time it takes.</summary>
public sealed class SignIns : IDisposable
{
    private const int FreeOfAccount = 5, FreeOfAddress = 20, NameLengthMax = Limits.NameLengthMax;

    private readonly Accounts _accounts;
    private readonly IPasswordHasher _hasher;
    private readonly Lockouts _ofAccount, _ofAddress;
    private readonly PasswordHash _nobodys;

    // Each comparison takes a processor for a while: others shall still be answered.
    private readonly SemaphoreSlim _comparing = new(Math.Max(1, Environment.ProcessorCount / 2));

    public SignIns(Accounts accounts, IPasswordHasher hasher, TimeProvider clock)
    {
        (_accounts, _hasher) = (accounts, hasher);
        (_ofAccount, _ofAddress) = (new Lockouts(clock, FreeOfAccount), new Lockouts(clock, FreeOfAddress));
        _nobodys = hasher.Hash(Secret.Draw());
    }

    /// <summary>Whose account and password they are.</summary>
    /// <param name="who">An account's id, or a person's name.</param>
    /// <param name="from">Where the request came from.</param>
    public async ValueTask<SignInAnswer> Try(string who, string password, IPAddress? from, CancellationToken cancel)
    {
        who = who.Trim();
        if (who.Length is 0 or > NameLengthMax || password.Length is 0 or > Limits.PasswordLengthMax) return new SignInAnswer.Wrong();
        var account = _accounts.Meant(who);
        // A person who is known by two names is one account; a name that is nobody's waits as anybody's does.
        return await Guarded(account, account?.Id.Value ?? who.ToUpperInvariant(), password, from, cancel);
    }

    /// <summary>Changes the password of whoever knows the old one. All sessions end.</summary>
    public async ValueTask<SignInAnswer> Change(
        Account account, string old, string password, IPAddress? from, CancellationToken cancel)
    {
        if (PasswordRules.FlawOf(password, account.Name, account.Id) is { } flaw) return new SignInAnswer.Unfit(flaw);
        if (old.Length is 0 or > Limits.PasswordLengthMax) return new SignInAnswer.Wrong();
        var known = await Guarded(account, account.Id.Value, old, from, cancel);
        return known is SignInAnswer.Fine ? await Set(account, password, null, cancel) : known;
    }

    /// <summary>Sets the password by a link, which is used up. Whoever guessed wrong before may sign in at once.</summary>
    public async ValueTask<SignInAnswer> SetByLink(string? secret, string password, CancellationToken cancel)
    {
        if (_accounts.OfLink(secret) is not { } account) return new SignInAnswer.LinkInvalid();
        if (PasswordRules.FlawOf(password, account.Name, account.Id) is { } flaw) return new SignInAnswer.Unfit(flaw);
        var answer = await Set(account, password, Secret.DigestOf(secret), cancel);
        if (answer is SignInAnswer.Fine) _ofAccount.Succeeded(account.Id.Value, forget: true);
        return answer;
    }

    public void Dispose() => _comparing.Dispose();

    private async ValueTask<SignInAnswer> Guarded(
        Account? account, string who, string password, IPAddress? from, CancellationToken cancel)
    {
        var address = Place(from);
        if (_ofAddress.Begin(address) is { } shared) return new SignInAnswer.Wait(shared);
        if (_ofAccount.Begin(who) is { } own)
        {
            _ofAddress.Succeeded(address, forget: false);
            return new SignInAnswer.Wait(own);
        }
        if (!await Compare(account?.Password ?? _nobodys, password, cancel) || account?.Password is null) return new SignInAnswer.Wrong();
        _ofAccount.Succeeded(who, forget: true);
        _ofAddress.Succeeded(address, forget: false);
        return new SignInAnswer.Fine(account);
    }

    private async ValueTask<SignInAnswer> Set(Account account, string password, Digest? link, CancellationToken cancel)
    {
        var answer = await _accounts.SetPassword(account, await Hash(password, cancel), link, cancel);
        return answer is not Answer.Refused refused ? new SignInAnswer.Fine(_accounts.Find(account.Id)!)
            : refused.Reason is Refusal.AccountLinkInvalid or Refusal.AccountClosed or Refusal.AccountUnknown
            ? new SignInAnswer.LinkInvalid() : throw new QueryRefusedException(refused.Reason, refused.Detail);
    }

    private async ValueTask<bool> Compare(PasswordHash hash, string password, CancellationToken cancel)
    {
        await _comparing.WaitAsync(cancel);
        try { return _hasher.Verify(hash, password); }
        finally { _comparing.Release(); }
    }

    private async ValueTask<PasswordHash> Hash(string password, CancellationToken cancel)
    {
        await _comparing.WaitAsync(cancel);
        try { return _hasher.Hash(password); }
        finally { _comparing.Release(); }
    }

    /// <summary>One household or office: of an IPv6 address its network, for its holder has all addresses in it.</summary>
    private static string Place(IPAddress? from)
    {
        if (from is null) return "";
        if (from.IsIPv4MappedToIPv6) from = from.MapToIPv4();
        return from.AddressFamily != AddressFamily.InterNetworkV6 ? from.ToString()
            : Convert.ToHexStringLower(from.GetAddressBytes().AsSpan(0, 8));
    }
}
