using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>Records a body's reply, or marks that none came. An objection puts the chambers it names on hold.</summary>
/// <param name="Words">The ground of an objection or why no reply came; free for a body that does not object. It stands
/// beside the entry, which seals only its salted digest.</param>
public sealed record ReplyVetting(EntryId Id, RoundVettingReplied Replied, string? Words) : RoundCommand(Id)
{
    public override Entry Content => Replied;

    protected override string? Why => string.IsNullOrWhiteSpace(Words) ? null : Words;

    /// <summary>Refusals are tested in the order written.</summary>
    public override Decision Decide(RoundState state, Context context)
    {
        if ((Refuse(state, context, authority: false, BeforeDecision) ?? RefuseEntry(state)) is { } refused) return refused;
        if (state.Vetting.Find(Replied.Body) is not { } asked) return Decision.Refuse(Refusal.VettingBodyUnknown,
            $"'{Replied.Body}' was not asked; asked: {Names(state.Vetting.Bodies.Select(b => b.Body))}");
        if (Replied.On > context.Today) return InFuture("the day of the reply", Replied.On, context);
        if (Replied.On < asked.LetterOn) return Decision.Refuse(Refusal.OnTooEarly,
            $"the reply of {Calendar.Text(Replied.On)} is before the letter of {Calendar.Text(asked.LetterOn)}");
        if (Replied.Reply == VettingReply.Objection && Replied.Chambers.Count == 0)
            return Decision.Refuse(Refusal.RoundStepIncomplete, "an objection names the chambers it is about");
        if (Replied.Reply != VettingReply.Objection && Replied.Chambers.Count > 0)
            return Decision.Refuse(Refusal.RoundStepIncomplete,
                "only an objection names chambers: send the reply as one, or leave them out");
        foreach (var chamber in Replied.Chambers)
            if (state.RefuseForeign(chamber) is { } foreign) return foreign;
        if (Replied.Reply != VettingReply.NoObjection && string.IsNullOrWhiteSpace(Words))
            return Decision.Refuse(Refusal.ReasonMissing, Replied.Reply == VettingReply.Objection
                ? $"say on what ground {Replied.Body} objects" : $"say why no reply of {Replied.Body} is waited for");
        return PlainText.RefuseLines("the ground", Words) ?? Accept(context, Replied, Why);
    }
}
