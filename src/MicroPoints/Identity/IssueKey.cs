using MicroPoints.Streams;

namespace MicroPoints.Identity;

/// <summary>Issues a key that acts in a role for a scope. Its entry's id follows from the key's, so that a key is issued once.</summary>
/// <param name="Secret">The SHA-256 of a secret that the host drew.</param>
/// <param name="Until">The first day on which it is no longer valid; null for none.</param>
/// <param name="Label">What people call it; null for nothing.</param>
public sealed record IssueKey(KeyId Key, Digest Secret, Role Role, RegionCode Scope, DateOnly? Until, string? Label)
    : StreamCommand<KeyRing>(new EntryId($"issue-{Key}"))
{
    public override Entry Content => new KeyIssued(Key, Secret, Role, Scope, Until);
    protected override string? Why => string.IsNullOrWhiteSpace(Label) ? null : Label;

    /// <summary>Refusals: who, then until, then the label.</summary>
    public override Decision Decide(KeyRing state, Context context)
    {
        if (!context.By.IsAuthority(Scope))
            return Decision.Refuse(Refusal.NotAnAuthority, $"only an approver for {Scope} may issue a key that reaches it");
        if (Until <= context.Today) return Decision.Refuse(Refusal.ExpiresTooEarly,
            $"until {Calendar.Text(Until.Value)} is not after today, {Calendar.Text(context.Today)}: the key would never be valid");
        return PlainText.RefuseLine("a label", Label) ?? Accept(context, Content, Why);
    }
}
