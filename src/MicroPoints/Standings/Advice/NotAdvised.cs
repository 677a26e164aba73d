using MicroPoints.Activities;
using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>Why advice leaves out a line that could still credit more. Told by code on the wire: append only.</summary>
public enum NotAdvisedBecause
{
    /// <summary>The ruleset keeps it out of advice, as it does with what others recognise or decide.</summary>
    ByRule = 1,

    /// <summary>It compares with others.</summary>
    AgainstPeers = 2,

    /// <summary>Staff or a panel award it.</summary>
    Awarded = 3,

    /// <summary>Those who are asked answer it.</summary>
    OthersAnswer = 4,

    /// <summary>It is full at first and only loses.</summary>
    OnlyLoses = 5,

    /// <summary>It grows with amounts, and points are not to be bought.</summary>
    CountsAmounts = 6,

    /// <summary>What it counts also takes points away.</summary>
    AlsoDeducts = 7,

    /// <summary>Only what other lines leave over fills it.</summary>
    FromOverflow = 8,

    /// <summary>It is about things of which nobody knows whether there are more.</summary>
    UnknownThings = 9,

    /// <summary>Falsified material brings it to zero.</summary>
    Zeroed = 10,

    /// <summary>Its states are as they should be, or nothing of value is left to choose.</summary>
    NothingLeft = 11,
}

/// <summary>A line with room that advice never names, and why.</summary>
/// <param name="Room">The most that it can still credit; null where nothing bounds it, and where what was lost does not come back.</param>
public sealed record NotAdvised(ScoreLine Line, Points? Room, NotAdvisedBecause Why);

/// <summary>Finds the lines that advice leaves out although they have room.</summary>
internal sealed class NotAdvisedFinder(Ruleset ruleset, Values values, Scorecard card, StepFinder steps)
{
    private readonly TallyReading _reading = card.Chamber.Reading;

    public IEnumerable<NotAdvised> All() =>
        from category in card.Card.Categories
        from line in card.Card.Lines
        where line.Category == category.Category.Id && !line.Indicator.IsGroup && !steps.HasSteps(line.Indicator)
        let room = RoomOf(line, category)
        where room.IsRoom
        let why = Why(line)
        // What was lost does not come back.
        select new NotAdvised(line, why == NotAdvisedBecause.OnlyLoses ? null : room.Left, why);

    private (bool IsRoom, Points? Left) RoomOf(ScoreLine line, CategoryLine category)
    {
        if (!category.Applies || line.Because.Any(b => b is Because.NotApplicable or Because.SwitchedOff or Because.NotInForce))
            return (false, null);
        Points? attainable = line.Indicator.Score is null ? null : Attainable.Of(line.Indicator, _reading.Day, values);
        var around = card.Card.Lines.Where(l => l.Indicator.IsGroup && l.Indicator.SelfAndBelow.Any(i => i.Id == line.Indicator.Id));
        Points?[] left = [line.Cap - line.Points, attainable - line.Points, category.Cap - category.Points,
            .. around.Select(g => g.Cap - g.Points)];
        var least = left.OfType<Points>().Select(p => (Points?)p).DefaultIfEmpty(null).Min();
        return (least is null || least > Points.Zero, least);
    }

    private NotAdvisedBecause Why(ScoreLine line)
    {
        var indicator = line.Indicator;
        if (line.Because.Contains(Because.Zeroed)) return NotAdvisedBecause.Zeroed;
        // What the line is says more than that the ruleset keeps it out.
        var why = indicator.Score switch
        {
            null => NotAdvisedBecause.FromOverflow,
            Score.AgainstPeers => NotAdvisedBecause.AgainstPeers,
            Score.Discretionary => NotAdvisedBecause.Awarded,
            Score.FromFull => NotAdvisedBecause.OnlyLoses,
            Score.PerQuantity => NotAdvisedBecause.CountsAmounts,
            Score.Checklist checklist => OfKinds([.. checklist.Items.Select(i => new Counted(i.Kind))]),
            _ => OfKinds(indicator.Counts),
        };
        return why == NotAdvisedBecause.NothingLeft && IsKeptOut(indicator) ? NotAdvisedBecause.ByRule : why;
    }

    private bool IsKeptOut(Indicator indicator) =>
        ruleset.AllIndicators.Any(i => !i.Advice && i.SelfAndBelow.Any(b => b.Id == indicator.Id));

    /// <summary>The reason of the first kind that is not simply done.</summary>
    private NotAdvisedBecause OfKinds(IReadOnlyList<Counted> counts) =>
        counts.Select(Why).FirstOrDefault(w => w != NotAdvisedBecause.NothingLeft, NotAdvisedBecause.NothingLeft);

    private NotAdvisedBecause Why(Counted counted)
    {
        var kind = _reading.Kinds[counted.Kind];
        if (steps.IsAvoided(kind.Id)) return NotAdvisedBecause.AlsoDeducts;
        return kind switch
        {
            { Measure: MeasureType.Rate } => NotAdvisedBecause.OthersAnswer,
            { Measure: MeasureType.Points } => NotAdvisedBecause.Awarded,
            { Measure: MeasureType.Quantity } => NotAdvisedBecause.CountsAmounts,
            { Nature: Nature.State, Keyed: true } => NotAdvisedBecause.UnknownThings,
            _ => counted.Key is not null ? NotAdvisedBecause.UnknownThings : NotAdvisedBecause.NothingLeft,
        };
    }
}
