using MicroPoints.Identity;
using MicroPoints.Rulesets;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>Records that a body relied on what a sealed round gave a chamber. Its id is the use's.</summary>
/// <remarks>It stands after the seal and changes neither the result nor the proof.</remarks>
/// <param name="Outcomes">Those of the ruleset that the round froze: they say which are reference opinions.</param>
/// <param name="Note">Whatever else there is to say. Never sealed as it is, and can be erased.</param>
public sealed record RecordUse(EntryId Id, RoundResultUsed Used, IReadOnlyList<Outcome> Outcomes, string? Note) : RoundCommand(Id)
{
    public override Entry Content => Used;

    protected override string? Why => string.IsNullOrWhiteSpace(Note) ? null : Note;

    /// <summary>Refusals are tested in the order written.</summary>
    public override Decision Decide(RoundState state, Context context)
    {
        if ((Refuse(state, context, authority: false) ?? RefuseRehearsal(state)
            ?? Refuse(state, context, authority: false, RoundStatus.Sealed) ?? RefuseEntry(state)) is { } refused) return refused;
        if (state.RefuseForeign(Used.Chamber) is { } foreign) return foreign;
        if (Used.Outcome is null == Used.Grade is null) return Decision.Refuse(Refusal.RoundStepIncomplete,
            "name either the outcome or the grade that was relied on");
        if (RefuseNotGiven(state) is { } notGiven) return notGiven;
        if ((RefuseBlank("the body that relied on it", Used.Body) ?? RefuseBlank("for what it relied on it", Used.Purpose)
            ?? PlainText.RefuseLine("the document's number", Used.Document) ?? PlainText.RefuseLines("the note", Note)) is { } unfit)
            return unfit;
        if (RefuseUnasked() is { } unasked) return unasked;
        if (Used.On > context.Today) return InFuture("the day of the use", Used.On, context);
        // A meeting decides before the round is sealed: what it gave is a result from that day on.
        return Used.On < state.Decided!.On
            ? Decision.Refuse(Refusal.OnTooEarly, $"the use of {Calendar.Text(Used.On)} is before the decision of "
                + $"{Calendar.Text(state.Decided.On)}: there was no result yet")
            : Accept(context, Used, Why);
    }

    private static Decision? RefuseRehearsal(RoundState state) => state.Opened!.Purpose != RoundPurpose.Rehearsal ? null
        : Decision.Refuse(Refusal.ResultOfRehearsal, $"round {state.Id} is a rehearsal: nothing may rely on it, only on an annual round");

    /// <summary>What a chamber was given stands in the seal.</summary>
    private Decision? RefuseNotGiven(RoundState state)
    {
        var given = state.Sealed!.Grades.FirstOrDefault(g => g.Chamber == Used.Chamber);
        string[] had = [.. new[] { given?.Grade ?? given?.Class }.OfType<string>(), .. given?.Outcomes ?? []];
        if (Used.Outcome is { } outcome ? given?.Outcomes.Contains(outcome) == true : Used.Grade == (given?.Grade ?? given?.Class))
            return null;
        return Decision.Refuse(Refusal.ResultNotGiven,
            $"round {state.Id} did not give {Used.Chamber} '{Used.Outcome ?? Used.Grade}'; it gave: {Names(had)}");
    }

    /// <summary>A reference opinion is one line on written request, and the request has a number.</summary>
    private Decision? RefuseUnasked() => string.IsNullOrWhiteSpace(Used.Document)
        && Outcomes.Any(o => o.Id == Used.Outcome && o.Kind == OutcomeKind.Reference)
        ? Decision.Refuse(Refusal.UseRequestMissing,
            $"'{Used.Outcome}' is a reference opinion, given as one line on written request: name the request's document number")
        : null;
}
