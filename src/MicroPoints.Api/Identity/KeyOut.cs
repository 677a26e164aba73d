using MicroPoints.Contracts;
using MicroPoints.Identity;

namespace MicroPoints.Api;

/// <summary>Writes a key without its secret or what was kept of it.</summary>
internal static class KeyOut
{
    public static readonly KeyDetails Sample = new("board", CallerRole.Reader, "990101", Valid: true,
        new DateTimeOffset(2026, 7, 1, 2, 0, 0, TimeSpan.Zero), "key:approver", new DateOnly(2027, 1, 1), "理事会看板");

    public static KeyDetails Details(IssuedKey key, DateOnly today) => new(
        key.Id.Value, RoleOf(key.Role), key.Scope.Value, key.IsValidOn(today), key.IssuedAt, key.IssuedBy.Value, key.Until, key.Label,
        key.RevokedAt, key.RevokedReason);

    public static Role RoleOf(CallerRole role) => role switch
    {
        CallerRole.Clerk => Role.Clerk,
        CallerRole.Approver => Role.Approver,
        CallerRole.Reader => Role.Reader,
        CallerRole.Auditor => Role.Auditor,
        CallerRole.Sandbox => Role.Sandbox,
    };

    public static CallerRole RoleOf(Role role) => role switch
    {
        Role.Clerk => CallerRole.Clerk,
        Role.Approver => CallerRole.Approver,
        Role.Reader => CallerRole.Reader,
        Role.Auditor => CallerRole.Auditor,
        Role.Sandbox => CallerRole.Sandbox,
    };
}
