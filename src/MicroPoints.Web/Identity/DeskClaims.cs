using System.Globalization;
using System.Security.Claims;
using MicroPoints.Identity;

namespace MicroPoints.Web;

/// <summary>An actor as the cookie carries it.</summary>
internal static class DeskClaims
{
    private const string Account = "mp:account", RoleOf = "mp:role", Scope = "mp:scope", Name = "mp:name";

    public static ClaimsPrincipal Of(Actor actor, string name) => new(new ClaimsIdentity(
        [new Claim(Account, actor.Id.Value), new Claim(RoleOf, ((int)actor.Role).ToString(CultureInfo.InvariantCulture)),
            new Claim(Scope, actor.Scope.Value), new Claim(Name, name)], SigningIn.Scheme));

    /// <summary>Null where nobody is signed in.</summary>
    public static Actor? ActorOf(ClaimsPrincipal user) =>
        user.FindFirstValue(Account) is { } account && user.FindFirstValue(RoleOf) is { } role && user.FindFirstValue(Scope) is { } scope
            ? new Actor(new ActorId(account), (Role)int.Parse(role, CultureInfo.InvariantCulture), new RegionCode(scope)) : null;

    public static string NameOf(ClaimsPrincipal user) => user.FindFirstValue(Name) ?? "";
}
