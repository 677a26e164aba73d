using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using MicroPoints.Identity;

namespace MicroPoints.Web;

/// <summary>One sign-in as its cookie carries it: who, since when, and by what it can be ended.</summary>
/// <param name="Account">Null in the demo, where nobody has one.</param>
/// <param name="Mark">What has to be the same still: an account's epoch, or the demo's ticket by its digest.</param>
/// <param name="Id">Drawn at each sign-in.</param>
internal sealed record DeskSession(Actor Actor, string Name, AccountId? Account, string Mark, string Id, DateTimeOffset Since)
{
    private const string ActorClaim = "mp:actor", RoleClaim = "mp:role", ScopeClaim = "mp:scope", NameClaim = "mp:name",
        AccountClaim = "mp:account", MarkClaim = "mp:mark", IdClaim = "mp:session", SinceClaim = "mp:since";

    public static DeskSession Of(Account account, DateTimeOffset now) => new(
        account.Actor, account.Called, account.Id, MarkOf(account), DrawId(), now);

    public static DeskSession OfDemo(string ticket, RegionCode scope, DateTimeOffset now) => new(
        new Actor(new ActorId("demo"), Role.Approver, scope), "演示经办人", null, MarkOf(ticket), DrawId(), now);

    public static string MarkOf(string ticket) => Digest.OfText(ticket).ToString();

    /// <summary>What ending this one session is recorded by.</summary>
    public Digest Digest => Digest.OfText(Id);

    /// <summary>Whether it lets its holder do now what it let them do.</summary>
    public bool StillHolds(Account? account) => account is not null
        && int.TryParse(Mark, NumberStyles.None, CultureInfo.InvariantCulture, out var epoch) && account.Holds(epoch, Digest);

    public ClaimsPrincipal ToUser()
    {
        var claims = new List<Claim>
        {
            new(ActorClaim, Actor.Id.Value), new(RoleClaim, Number((long)Actor.Role)), new(ScopeClaim, Actor.Scope.Value),
            new(NameClaim, Name), new(MarkClaim, Mark), new(IdClaim, Id), new(SinceClaim, Number(Since.ToUnixTimeSeconds())),
        };
        if (Account is { } account) claims.Add(new Claim(AccountClaim, account.Value));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, SigningIn.Scheme));
    }

    /// <summary>Null where nobody is signed in.</summary>
    public static DeskSession? From(ClaimsPrincipal? user)
    {
        if (user?.Identity?.IsAuthenticated != true || user.FindFirstValue(ActorClaim) is not { } actor) return null;
        string Value(string claim) => user.FindFirstValue(claim) ?? "";
        var since = DateTimeOffset.FromUnixTimeSeconds(long.Parse(Value(SinceClaim), CultureInfo.InvariantCulture));
        return new DeskSession(
            new Actor(new ActorId(actor), (Role)int.Parse(Value(RoleClaim), CultureInfo.InvariantCulture),
                new RegionCode(Value(ScopeClaim))),
            Value(NameClaim), user.FindFirstValue(AccountClaim) is { } account ? new AccountId(account) : null,
            Value(MarkClaim), Value(IdClaim), since);
    }

    private static string MarkOf(Account account) => Number(account.Epoch);
    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
    private static string DrawId() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
