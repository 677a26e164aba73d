using MicroPoints.Activities;
using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>Which sums the plain lines of a ruleset read: one slot for facts that all those lines value alike.</summary>
/// <remarks>Months between which no value changes share their slots, and so do options that no line tells apart.</remarks>
public sealed class SumLayout
{
    private readonly Dictionary<KindId, KindSlots> _kinds = [];
    private readonly Period _period;
    private readonly int _months;

    internal SumLayout(IReadOnlyList<Indicator> plain, PlainRule rule, Period period, DateOnly day)
    {
        _period = period;
        _months = Math.Max(0, MonthOf(day) + 1);
        foreach (var kind in plain.SelectMany(i => i.Counts).GroupBy(c => c.Kind).Select(g => g.Key))
            _kinds.Add(kind, Lay(kind, [.. plain.SelectMany(i => i.Counts.Where(c => c.Kind == kind).Select(c => (i, c)))], rule));
    }

    /// <param name="FirstSlots">For each month the slot of facts without an option that matters; those of the options follow.</param>
    private sealed record KindSlots(string[] Options, int[] FirstSlots)
    {
        public int OptionOf(string? option) => option is null ? 0 : Array.IndexOf(Options, option) + 1;
    }

    /// <summary>How many sums there are.</summary>
    public int Slots { get; private set; }

    /// <summary>The kinds that plain lines count.</summary>
    public IReadOnlyCollection<KindId> Kinds => _kinds.Keys;

    /// <summary>Where facts of a slice are added up; negative where no plain line counts them.</summary>
    public int SlotOf(KindId kind, Tally.Slice slice)
    {
        if (slice.MonthEnd >= _period.Until || slice.SpanFirst < _period.From || !_kinds.TryGetValue(kind, out var slots)) return -1;
        var month = MonthOf(slice.MonthEnd);
        return month < _months ? slots.FirstSlots[month] + slots.OptionOf(slice.Option) : -1;
    }

    /// <summary>Adds up a tally's sums; false where it keeps cells of a plain kind, which only the whole scoring reads.</summary>
    public bool TryFill(Tally tally, PlainSums sums)
    {
        sums.Clear();
        foreach (var kind in _kinds.Keys)
        {
            if (tally.Cells(kind).Count > 0) return false;
            foreach (var (slice, sum) in tally.Sums(kind))
                if (SlotOf(kind, slice) is >= 0 and var slot) sums.AddUnits(slot, sum.Units);
        }
        return true;
    }

    /// <summary>Every slot of a kind once, with an option and a month end that lead to it.</summary>
    internal IEnumerable<(int Slot, string? Option, DateOnly MonthEnd)> SlotsOf(KindId kind)
    {
        var (slots, seen) = (_kinds[kind], new HashSet<int>());
        for (var month = 0; month < _months; month++)
            if (seen.Add(slots.FirstSlots[month]))
                for (var option = 0; option <= slots.Options.Length; option++)
                    yield return (slots.FirstSlots[month] + option, option == 0 ? null : slots.Options[option - 1], MonthEnd(month));
    }

    private KindSlots Lay(KindId kind, IReadOnlyList<(Indicator Line, Counted Counted)> uses, PlainRule rule)
    {
        string[] options = [.. uses.SelectMany(u => PlainRule.Options(u.Line, u.Counted)).Distinct()];
        var (first, known) = (new int[_months], new Dictionary<string, int>());
        for (var month = 0; month < _months; month++)
        {
            var end = MonthEnd(month);
            var alike = string.Join(';', uses.Select(u => rule.WeightOf(u.Counted, end) + ":"
                + string.Join(',', options.Prepend(null).Select(o => rule.ValueOf(u.Line, u.Counted, o, end)))));
            if (!known.TryGetValue(alike, out first[month]))
            {
                known[alike] = first[month] = Slots;
                Slots += options.Length + 1;
            }
        }
        return new KindSlots(options, first);
    }

    private int MonthOf(DateOnly day) => (day.Year - _period.From.Year) * 12 + day.Month - _period.From.Month;
    private DateOnly MonthEnd(int month) => Calendar.MonthEnd(_period.From.AddMonths(month));
}
