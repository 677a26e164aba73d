using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>Types in an objection that came by letter or phone. Its id is the objection's.</summary>
/// <param name="Chamber">The chamber it is about; null for the list as a whole.</param>
/// <param name="ReceivedOn">The day it came in; after the notice's last day it is recorded as late.</param>
/// <param name="Who">Who objects, in one line. Never sealed as it is, and can be erased.</param>
/// <param name="What">What is objected. Never sealed as it is, and can be erased.</param>
public sealed record ReceiveObjection(EntryId Id, ChamberId? Chamber, DateOnly ReceivedOn, string Who, string What) : RoundCommand(Id)
{
    public override Entry Content => new RoundObjectionReceived(Chamber, ReceivedOn);

    protected override string? Why => ObjectionWords.Join(Who, What);

    /// <summary>Refusals are tested in the order written.</summary>
    public override Decision Decide(RoundState state, Context context)
    {
        if ((Refuse(state, context, authority: false, BeforeDecision) ?? RefuseEntry(state)) is { } refused) return refused;
        if (state.Notices is not [var first, ..]) return Decision.Refuse(Refusal.NoticeMissing,
            $"nothing of round {state.Id} was noticed yet: post the notice first");
        if (Chamber is { } chamber && state.RefuseForeign(chamber) is { } foreign) return foreign;
        if (ReceivedOn > context.Today) return InFuture("the day it was received", ReceivedOn, context);
        if (ReceivedOn < first.Noticed.Posted) return Decision.Refuse(Refusal.OnTooEarly,
            $"the first notice was posted on {Calendar.Text(first.Noticed.Posted)}: "
            + $"nothing can be objected on {Calendar.Text(ReceivedOn)}");
        if ((RefuseBlank("who objects", Who) ?? (string.IsNullOrWhiteSpace(What)
            ? Decision.Refuse(Refusal.RoundStepIncomplete, "what is objected is missing: give it")
            : PlainText.RefuseLines("what is objected", What))) is { } unfit) return unfit;
        return Accept(context, Content, Why);
    }
}
