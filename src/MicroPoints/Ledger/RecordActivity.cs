using MicroPoints.Activities;
using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Ledger;

/// <summary>Records one fact about a chamber: an event that happened or a state that holds.</summary>
/// <param name="Kind">What it is; must be in the catalogue.</param>
/// <param name="On">When; a month, quarter or year stands for its last day, which must not be in the future.</param>
/// <param name="Measured">What it measures, in the kind's measure.</param>
/// <param name="Expires">For a state: the first day on which it no longer holds.</param>
/// <param name="Submitted">When the chamber handed it in.</param>
/// <param name="Key">For a keyed kind: what it is about.</param>
/// <param name="Part">The part of a joint activity that is this chamber's.</param>
/// <param name="Reason">In words the chamber may read; required for points.</param>
/// <param name="Evidence">Digests of evidence files; a set.</param>
public sealed record RecordActivity(
    EntryId Id, KindId Kind, On On, Measured Measured, DateOnly? Expires = null, DateOnly? Submitted = null, string? Key = null,
    Part? Part = null, string? Reason = null, IReadOnlyList<Digest>? Evidence = null) : LedgerCommand(Id)
{
    private IReadOnlyList<Digest> EvidenceSet => Evidence is { Count: > 0 } some ? [.. some.Order()] : [];

    public override bool MayGiveReason => Reason is not null;

    /// <summary>Refusals are tested in the order written: predecessor, chamber, content, dates, period.</summary>
    public override Decision Decide(LedgerView ledger, KindCatalogue kinds, Context context)
    {
        // A merged or split chamber still answers for its own ids; its successor must not count them a second time.
        if (ledger.PredecessorOf(Id) is { } predecessor)
            return Decision.Refuse(Refusal.ExistsInPredecessor,
                $"{Id} was recorded at {predecessor}, which {ledger.Id} succeeds: it is carried already");
        if (RefuseClosedChamber(ledger, context) is { } closed) return closed;
        if (kinds.Find(Kind) is not { } kind)
            return Decision.Refuse(Refusal.KindUnknown, $"'{Kind}' is not an activity kind of activities {kinds.Version}");
        if (ActivityChecks.Content(this, kind) is { } content) return content;
        if (ActivityChecks.Dates(this, kind, context.Today) is { } dates) return dates;

        var fact = FactOf(kind);
        if (ledger.ClosedPeriodOf(On.Last, context.Today) is { } period)
            return Decision.Refuse(Refusal.PeriodClosed,
                $"{period} is closed for {ledger.Id}: record it in an open period, or ask an authority for a late window");
        return Decision.Accept(DraftOf(context, new ActivityRecorded(fact, Submitted, EvidenceSet, ledger.Reached(fact)), Reason));
    }

    /// <summary>Compared in the contract's order: nature of entry, kind, on, expires, submitted, measure, key, part,
    /// reason, evidence.</summary>
    public override Decision AnswerTo(SealedEntry known, KindCatalogue kinds)
    {
        if (known.Body is not ActivityRecorded first) return Differs(known, Refusal.ExistsWithDifferentNature, "nature of entry");
        if (first.Fact.Kind != Kind) return Differs(known, Refusal.ExistsWithDifferentKind, "kind");
        if (first.Fact.On != On) return Differs(known, Refusal.ExistsWithDifferentOn, "on");
        if (first.Fact.Expires != (Expires ?? kinds.Find(Kind)?.ExpiresAfter?.AfterStart(On.Last)))
            return Differs(known, Refusal.ExistsWithDifferentExpires, "expires");
        if (first.Submitted != Submitted) return Differs(known, Refusal.ExistsWithDifferentSubmitted, "submitted");
        if (MeasureComparison.FirstDifference(first.Fact.Measured, Measured) is { } field) return Differs(known, field.Refusal, field.Name);
        if (first.Fact.Key != Key) return Differs(known, Refusal.ExistsWithDifferentKey, "key");
        if (first.Fact.Part != Part) return Differs(known, Refusal.ExistsWithDifferentPart, "part");
        if (!known.HasReason(Reason)) return Differs(known, Refusal.ExistsWithDifferentReason, "reason");
        return first.Evidence.ToHashSet().SetEquals(EvidenceSet)
            ? new Decision.Exists(known)
            : Differs(known, Refusal.ExistsWithDifferentEvidence, "evidence");
    }

    private Fact FactOf(ActivityKind kind) => new(
        Kind, kind.Nature, On, Expires ?? kind.ExpiresAfter?.AfterStart(On.Last), Measured, Key, Part);
}
