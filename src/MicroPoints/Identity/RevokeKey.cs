using MicroPoints.Streams;

namespace MicroPoints.Identity;

/// <summary>Takes a key back, with a reason. It is not valid from then on, and its id is never issued again.</summary>
public sealed record RevokeKey(EntryId Id, KeyId Key, string Reason) : StreamCommand<KeyRing>(Id)
{
    public override Entry Content => new KeyRevoked(Key);
    protected override string? Why => Reason;

    /// <summary>Refusals: which key, who, again, then why.</summary>
    public override Decision Decide(KeyRing state, Context context)
    {
        if (state.Find(Key) is not { } key)
            return Decision.Refuse(Refusal.KeyUnknown, $"there is no key {Key}: list the keys to see their ids");
        if (!context.By.IsAuthority(key.Scope))
            return Decision.Refuse(Refusal.NotAnAuthority, $"only an approver for {key.Scope} may revoke {Key}");
        if (key.RevokedAt is { } at)
            return Decision.Refuse(Refusal.KeyAlreadyRevoked, $"{Key} was revoked on {Calendar.Text(at)}: it is not valid any more");
        if (string.IsNullOrWhiteSpace(Reason)) return Decision.Refuse(Refusal.ReasonMissing, "say why the key is revoked");
        return PlainText.RefuseLines("a reason", Reason) ?? Accept(context, Content, Reason);
    }
}
