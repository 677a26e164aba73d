using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>Finds the fewest activities, then the fewest kinds, by which a card meets a demand.</summary>
/// <remarks>Groups of lines are independent of each other; categories and the total only sum, scale, round and cap what they credit,
/// and none of that turns more into less. So the best of every part makes the best of the whole.</remarks>
internal sealed class AdviceSolver(
    Ruleset ruleset, Values values, PointsCard card, DateOnly day, IReadOnlyList<AdviceGroup> groups, int most)
{
    /// <summary>By the lines they move; those whose lines stand in different places are tried one choice after the other.</summary>
    private readonly Dictionary<string, AdviceGroup> _groupOf =
        groups.SelectMany(g => g.Lines.Select(l => (l.Id, g))).ToDictionary(p => p.Id, p => p.g);

    private readonly AdviceGroup[] _spread = [.. groups.Where(g => g.Lines.Select(l => ParentOf(ruleset, l.Id)).Distinct().Count() > 1)];

    /// <summary>The best entry that meets the demand, its points being the total; null where none does.</summary>
    public AdviceEntry? Fewest(AdviceDemand demand)
    {
        var picked = new Dictionary<AdviceGroup, AdviceChoice>();
        return Spread(0, demand, picked).OrderBy(e => e.Activities).ThenBy(e => e.Kinds).Cast<AdviceEntry?>().FirstOrDefault();
    }

    /// <summary>The most that the total can come to.</summary>
    public Points Most() => Spread(0, AdviceDemand.Nothing, []).Select(e => e.Points).DefaultIfEmpty(card.Total).Max();

    private IEnumerable<AdviceEntry> Spread(int at, AdviceDemand demand, Dictionary<AdviceGroup, AdviceChoice> picked)
    {
        if (at == _spread.Length)
        {
            AdvicePick? picks = null;
            foreach (var (group, choice) in picked) picks = new AdvicePick(group, choice, picks);
            var (activities, kinds) = (picked.Values.Sum(c => c.Activities), picked.Values.Sum(c => c.Kinds));
            return Total(demand, picked).Entries.Where(e => e.Activities + activities <= most)
                .Select(e => new AdviceEntry(e.Activities + activities, e.Kinds + kinds, e.Points, Last(e.Picks, picks)));
        }
        return Worth(_spread[at], demand).SelectMany(choice =>
        {
            picked[_spread[at]] = choice;
            var all = Spread(at + 1, demand, picked).ToList();
            picked.Remove(_spread[at]);
            return all;
        });
    }

    private static AdvicePick? Last(AdvicePick? one, AdvicePick? other) =>
        other is null ? one : new AdvicePick(other.Group, other.Choice, Last(one, other.Before));

    /// <summary>A group's choices that the demand leaves and no other beats in every line.</summary>
    private static List<AdviceChoice> Worth(AdviceGroup group, AdviceDemand demand)
    {
        var worth = new List<AdviceChoice>();
        foreach (var choice in group.Choices.Where(c => AdviceFilter.Holds(group, c, demand))
            .OrderBy(c => c.Activities).ThenBy(c => c.Kinds).ThenByDescending(c => c.Points.Sum(p => p.Hundredths)))
            if (!worth.Exists(w => w.Kinds <= choice.Kinds && w.Points.Zip(choice.Points).All(p => p.First >= p.Second)))
                worth.Add(choice);
        return worth;
    }

    private AdviceTable Total(AdviceDemand demand, Dictionary<AdviceGroup, AdviceChoice> picked)
    {
        var (basic, bonus) = (AdviceTable.Fixed(Points.Zero), AdviceTable.Fixed(Points.Zero));
        foreach (var line in card.Categories)
        {
            var table = Of(line, demand, picked);
            if (line.Category.Bonus) bonus = bonus.And(table, most);
            else basic = basic.And(table, most);
        }
        if (ruleset.Scale?.BonusAtMost is { } limit) bonus = bonus.Through(p => Points.Min(p, values.PointsAt(limit, day)), null);
        if (card.Rescale is { } rescale) basic = basic.Through(p => (Fraction.OfPoints(p) * rescale).ToPoints(), null);
        var deducted = card.Deductions.Aggregate(Points.Zero, (sum, d) => sum + d.Points);
        return basic.And(bonus, most).Through(sum =>
        {
            if (ruleset.Scale?.FinalAtMost is { } final) sum = Points.Min(sum, values.PointsAt(final, day));
            return Points.Max(Points.Zero, sum + deducted);
        }, demand.Total);
    }

    private AdviceTable Of(CategoryLine line, AdviceDemand demand, Dictionary<AdviceGroup, AdviceChoice> picked)
    {
        Points? least = demand.Categories.TryGetValue(line.Category.Id, out var asked) ? asked : null;
        if (!line.Applies) return AdviceTable.Fixed(Points.Zero).Through(p => p, least);
        return Sum(line.Category.Indicators, demand, picked).Through(sum =>
        {
            var scaled = line.Scale is { } factor ? (Fraction.OfPoints(sum) * factor).ToPoints() : sum;
            return line.Cap is { } cap ? Points.Min(scaled, cap) : scaled;
        }, least);
    }

    private AdviceTable Of(Indicator group, AdviceDemand demand, Dictionary<AdviceGroup, AdviceChoice> picked)
    {
        var line = card.Line(group.Id)!;
        Points? least = demand.Indicators.TryGetValue(group.Id, out var asked) ? asked : null;
        if (line.Because.Any(b => b is Because.NotApplicable or Because.SwitchedOff))
            return AdviceTable.Fixed(Points.Zero).Through(p => p, least);
        return Sum(group.Indicators, demand, picked).Through(sum =>
        {
            var floored = Points.Max(Points.Zero, sum);
            return line.Cap is { } cap ? Points.Min(floored, cap) : floored;
        }, least);
    }

    /// <summary>What stands beside each other: what does not move, groups inside, and each group of lines once.</summary>
    private AdviceTable Sum(IReadOnlyList<Indicator> indicators, AdviceDemand demand, Dictionary<AdviceGroup, AdviceChoice> picked)
    {
        var table = AdviceTable.Fixed(Points.Zero);
        var met = new HashSet<AdviceGroup>();
        foreach (var indicator in indicators)
        {
            if (indicator.IsGroup) { table = table.And(Of(indicator, demand, picked), most); continue; }
            if (!_groupOf.TryGetValue(indicator.Id, out var group)) table = table.And(Standing(indicator, demand), most);
            else if (picked.TryGetValue(group, out var choice))
                table = table.And(AdviceTable.Fixed(choice.Points[IndexOf(group, indicator.Id)]), most);
            else if (met.Add(group)) table = table.And(Of(group, demand), most);
        }
        return table;
    }

    private AdviceTable Standing(Indicator indicator, AdviceDemand demand) =>
        AdviceTable.Fixed(card.Line(indicator.Id)!.Points)
            .Through(p => p, demand.Indicators.TryGetValue(indicator.Id, out var asked) ? asked : null);

    private static AdviceTable Of(AdviceGroup group, AdviceDemand demand) => AdviceTable.Best(
        group.Choices.Where(c => AdviceFilter.Holds(group, c, demand)).Select(c => new AdviceEntry(
            c.Activities, c.Kinds, c.Points.Aggregate(Points.Zero, (sum, p) => sum + p), new AdvicePick(group, c, null))));

    private static int IndexOf(AdviceGroup group, string line)
    {
        for (var i = 0; i < group.Lines.Count; i++) if (group.Lines[i].Id == line) return i;
        throw new InvariantException($"{line} is not in its group");
    }

    /// <summary>What a line stands in: a group of indicators or a category.</summary>
    private static string ParentOf(Ruleset ruleset, string line) =>
        ruleset.AllIndicators.FirstOrDefault(i => i.Indicators.Any(inside => inside.Id == line))?.Id
        ?? ruleset.Categories.First(c => c.Indicators.Any(i => i.Id == line)).Id;
}
