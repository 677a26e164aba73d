using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>Enters a body into the register that was asked for its opinion on the list.</summary>
public sealed record AskVetting(EntryId Id, RoundVettingAsked Asked) : RoundCommand(Id)
{
    public override Entry Content => Asked;

    /// <summary>Refusals are tested in the order written.</summary>
    public override Decision Decide(RoundState state, Context context)
    {
        if ((Refuse(state, context, authority: false, BeforeDecision) ?? RefuseEntry(state)) is { } refused) return refused;
        if (RefuseBlank("the body that was asked", Asked.Body) is { } blank) return blank;
        if (Asked.LetterOn > context.Today) return InFuture("the letter's day", Asked.LetterOn, context);
        return state.Vetting.Find(Asked.Body) is { } known
            ? Decision.Refuse(Refusal.VettingAskedAlready,
                $"{Asked.Body} was asked by the letter of {Calendar.Text(known.LetterOn)}: record its reply, or give another body")
            : Accept(context, Asked);
    }
}
