using MicroPoints.Activities;
using MicroPoints.Contracts;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Api;

/// <summary>Writes an entry with everything it seals.</summary>
internal static class EntryOut
{
    /// <param name="seesWords">Whether the reason is shown, which may name people.</param>
    public static LedgerEntry Of(SealedEntry entry, bool seesWords)
    {
        var fact = LedgerState.FactOf(entry);
        return new LedgerEntry(entry.Sequence, entry.Id.Value, entry.Body.TypeName, entry.At, entry.By.Value,
            entry.Hash.ToString(), entry.Previous.ToString(), entry.Rules?.ToString(), seesWords ? entry.ShownReason : null,
            fact is null ? null : Fields(fact, entry.Body), (entry.Body as ActivityReversed)?.Target.Value,
            (entry.Body as ActivityCarried)?.Origin.Value, fact is null ? EntryText.Of(entry) : null);
    }

    /// <summary>What a fact says.</summary>
    public static ActivityFields Fields(Fact fact) => Fields(fact, null, []);

    private static ActivityFields Fields(Fact fact, Entry body)
    {
        var (submitted, evidence) = body switch
        {
            ActivityRecorded recorded => (recorded.Submitted, recorded.Evidence),
            ActivityCarried carried => (carried.Submitted, carried.Evidence),
            _ => (null, []),
        };
        return Fields(fact, submitted, evidence);
    }

    private static ActivityFields Fields(Fact fact, DateOnly? submitted, IReadOnlyList<Digest> evidence)
    {
        var fields = new ActivityFields(fact.Kind.Value, Statuses.Kebab(fact.Nature.ToString()), fact.On.ToString(),
            Expires: fact.Expires, Submitted: submitted, Key: fact.Key, Part: fact.Part?.ToString(),
            Evidence: evidence.Count == 0 ? null : [.. evidence.Select(e => $"sha256:{e}")]);
        return fact.Measured switch
        {
            Measured.Count m => fields with { Count = m.Times },
            Measured.Quantity m => fields with { Quantity = WireNumber.Of(m.Hundredths) },
            Measured.Rate m => fields with { Answered = m.Answered, Satisfied = m.Satisfied, Asked = m.Asked },
            Measured.Share m => fields with { Done = m.Done, Of = m.Of },
            Measured.Option m => fields with { Option = m.Id },
            Measured.Flag m => fields with { Flag = m.Value },
            Measured.Awarded m => fields with { Points = WireNumber.Of(m.Points) },
            _ => throw new InvalidOperationException("unknown measure"),
        };
    }
}
